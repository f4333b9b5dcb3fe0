// The write-ahead log written in few large pieces. SQLite writes each page of a commit by two calls to
// the system, some hundreds of them for a batch of commands.
#pragma once

namespace shanzhi::storage {

/// Name of a VFS that is the default one of this moment, except that what is written to a log waits in
/// memory until the log is synced, read or closed, or much has come together. Only for connections with
/// synchronous = FULL: there SQLite syncs the log before others may read what it has written.
/// Thread-safe. nullptr when SQLite has no memory for it.
const char* gathering_vfs();

}  // namespace shanzhi::storage
