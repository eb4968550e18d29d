/**
 * What Node is told when it runs the server. The Dockerfile and `docs/operations.md` say the same, and a test holds them to it.
 *
 * More room for what lives a moment: less is copied and cleared while many people type. One helper for collecting and
 * compiling: four of them take their turns on the core of whoever types, and a person waits three times as long.
 */
export const SERVER_NODE_OPTIONS = ['--max-semi-space-size=32', '--v8-pool-size=1'];
