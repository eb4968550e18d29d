import { ydocState } from '../../../server/sync/ydocState.ts';
import { documentStateContract } from '../../contracts/documentState.ts';

documentStateContract('a garbage-collecting Y.Doc', ydocState);
