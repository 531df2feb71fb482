-- Grain: One printed number of one source.
-- Shards may hold several versions of a source; the one that the manifest names is what lies in raw/ now.
SELECT * EXCLUDE (shard)
FROM shard_observation
SEMI JOIN shard_manifest USING (document, shard)
