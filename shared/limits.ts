/** Every limit in one table, with its unit. A test crosses each of them. */
export const LIMITS = {
  /** One JSON request body, bytes. */
  requestBytes: 256 * 1024,
  /** One spreadsheet to be read, bytes; it is unpacked within bounds of its own. */
  tableBytes: 2 * 1024 * 1024,
  /** What is answered of a spreadsheet: words longer than a cell of the model are cut, and all of it counts, characters. */
  tableCharacters: 2_000_000,
  /** One frame on the sync line, bytes. */
  frameBytes: 2 * 1024 * 1024,
  /** The one frame that may be larger: a page's answer brings everything it wrote while it was offline. */
  answerBytes: 8 * 1024 * 1024,
  /** One room's document, encoded, bytes. */
  documentBytes: 20 * 1024 * 1024,
  /** One presence state, bytes. */
  presenceBytes: 4 * 1024,
  /** Bytes of edits from one member in one room within ten seconds. */
  memberBytesPerTenSeconds: 10 * 1024 * 1024,
  /** So many bytes more each struct and each deleted range counts there beyond the first in a frame: their number takes time, not their size. */
  bytesForEachPiece: 20,
  /** Bytes of a document that one member makes the server look through, to learn who hangs on whom, within ten seconds; a fifth of a second. */
  searchedBytesPerTenSeconds: 16 * 1024 * 1024,
  /** Bytes of documents that one room hands out at one go, one document at least; whoever else asks waits for the next turn. */
  answeredBytesAtOnce: 16 * 1024 * 1024,
  /** Bytes of documents that one member is handed out in one room within ten seconds. */
  answeredBytesPerTenSeconds: 64 * 1024 * 1024,
  /** How often one socket that asks who is here is told, milliseconds; what changes it hears anyway. */
  presenceAgainMs: 1_000,
  /** Frames from one socket within ten seconds. */
  socketFramesPerTenSeconds: 4_000,
  /** Bytes waiting for one slow reader before we stop sending and catch up with one diff later. */
  waitingBytes: 4 * 1024 * 1024,
  /** How long a reader may stay behind before its line is closed, milliseconds. */
  laggingMs: 30_000,
  /** Yjs client ids in one block issued to a member for a room. */
  clientIdsPerBlock: 16,
  /** Presence states that one socket may speak for; a page changes its client id only in rare cases. */
  presenceIdsPerSocket: 5,
  /** Characters and operations that one frame may add under one client id. */
  clocksPerFrame: 16_000_000,
  /** Bytes that one room accepts while they are not on disk; past them it takes nothing new. Below what one journal entry may hold. */
  unsavedBytes: 10 * 1024 * 1024,
  /** The same for all rooms of a process. */
  unsavedBytesInAll: 64 * 1024 * 1024,
  /** How long a room goes on taking words while the store keeps none, milliseconds. */
  unsavedMs: 10 * 60_000,
  /** Sockets of one member in one room. */
  socketsPerMember: 20,
  /** Live news lines of one person, over all their pages and devices. */
  newsLinesPerPerson: 50,
  /** One message on the news line, bytes. */
  newsMessageBytes: 64 * 1024,
  /** Requests on one news line within ten seconds. */
  newsRequestsPerTenSeconds: 100,
  /** Projects that one news line follows at once. */
  followedProjects: 20,
  /** Invitations in one project within a day, letters or not. */
  invitationsPerDay: 50,
  /** One file behind a figure, bytes, and how many of them a project holds. */
  evidenceBytes: 10 * 1024 * 1024,
  evidenceFiles: 500,
  commentLength: 4_000,
  /** Each part of a doubt: its words, what it costs, evidence, answer, outcome. */
  doubtLength: 2_000,
  /** A proposal that is laid out as a file, as JSON with its figures, characters. */
  exportCharacters: 1_000_000,
  /** What one paste may bring into a text, characters; with HTML around them, characters of that. */
  pastedCharacters: 200_000,
  pastedMarkup: 2_000_000,
  titleLength: 120,
  nameLength: 80,
  reasonLength: 2_000,
} as const;
