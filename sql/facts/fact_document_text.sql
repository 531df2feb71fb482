-- Grain: The text of one source, to which the offsets of its figures refer.
-- It stands apart from dim_document so that listing sources does not read their texts.
SELECT
    document,
    text,
    sections
FROM stg_document
WHERE text IS NOT NULL
