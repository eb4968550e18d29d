/** A firm's name without its legal form; exports write it too, so it is shared. */
export { shortFirm } from '../../shared/shortFirm.ts';
