-- Sources with what is expected of those that were refused or are duplicates.
SELECT
    source.document,
    nullif(source.sha256, '') AS hash,
    CASE WHEN source.refused THEN source.observations = 0 AND source.problems > 0 END AS refused_is_empty,
    CASE WHEN source.duplicate_of IS NOT NULL THEN coalesce(first.sha256 = source.sha256, FALSE) END AS duplicate_known
FROM dim_document AS source
LEFT JOIN dim_document AS first ON source.duplicate_of = first.document
