// Stands in for the package `server-only`, which throws under plain Node: in tests everything is
// the server.
export {};
