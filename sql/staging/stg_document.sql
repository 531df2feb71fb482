-- Grain: One source: a file under raw/ or a row of a corpus there as it was read last.
-- Shards may hold several versions of a source; the one that the manifest names is what lies in raw/ now.
SELECT * EXCLUDE (shard)
FROM shard_document
SEMI JOIN shard_manifest USING (document, shard)
