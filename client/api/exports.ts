/** Asks the server for a file and hands it to the browser; a refusal is thrown like that of any other request. */
import { exportAddress, type ExportWish } from '../../shared/exports.ts';
import { fetchFile } from './call.ts';

export async function takeExport(projectId: string, wish: ExportWish): Promise<void> {
  const { blob, name } = await fetchFile(exportAddress(projectId, wish) as `/api/${string}`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has its own hold on the bytes once the click has been taken.
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}
