/** True while the board is so small that words cannot be read: cards are then drawn without them. */
import { type ReactFlowState, useStore } from '@xyflow/react';

export const FAR_ZOOM = 0.4;
const isFar = (state: ReactFlowState): boolean => state.transform[2] < FAR_ZOOM;

/** Changes only when the border is crossed, so that zooming draws no card again. */
export const useIsFar = (): boolean => useStore(isFar);
