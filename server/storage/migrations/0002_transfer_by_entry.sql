-- An entry is written after its transfers, which refer to it (deferred). When it comes, SQLite looks for
-- the rows that were waiting for it: without this index through the whole ledger, every time.
CREATE INDEX transfer_by_entry ON transfer(entry);
