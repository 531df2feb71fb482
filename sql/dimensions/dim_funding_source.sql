-- Grain: One source of funds.
SELECT
    funding_source_id,
    kind,
    name_en,
    label_vi
FROM vocabulary_funding_sources
