-- Grain: One thing about one source that a person should look at.
-- A reader sees one file at a time; that two files hold the same bytes shows only here. The first by name counts as
-- the source, the others are linked to it.
WITH told AS (
    SELECT * EXCLUDE (shard)
    FROM shard_problem
    SEMI JOIN shard_manifest USING (document, shard)
),

same_content AS (
    SELECT
        document,
        min(document) OVER (PARTITION BY sha256) AS first_document
    FROM stg_document
    WHERE sha256 <> ''
)

SELECT
    document,
    position,
    code,
    place,
    detail
FROM told
UNION ALL
SELECT
    document,
    -1 AS position,
    'duplicate_content' AS code,
    '' AS place,
    'the same bytes as ' || first_document AS detail
FROM same_content
WHERE document <> first_document
