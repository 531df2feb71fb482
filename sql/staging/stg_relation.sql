-- Grain: One relation between printed numbers that a source states or implies.
-- Shards may hold several versions of a source; the one that the manifest names is what lies in raw/ now.
SELECT * EXCLUDE (shard)
FROM shard_relation
SEMI JOIN shard_manifest USING (document, shard)
