-- Grain: One thing about one source that a person should look at.
-- A reader sees one file at a time; that two files hold the same bytes shows in `dim_document` only.
SELECT * EXCLUDE (shard)
FROM shard_problem
SEMI JOIN shard_manifest USING (document, shard)
