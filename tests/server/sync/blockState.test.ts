import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { documentStateContract } from '../../contracts/documentState.ts';

documentStateContract('byte ranges', blockState);
