-- Grain: One printed number's part in one relation.
-- Shards may hold several versions of a source; the one that the manifest names is what lies in raw/ now.
SELECT * EXCLUDE (shard)
FROM shard_relation_member
SEMI JOIN shard_manifest USING (document, shard)
