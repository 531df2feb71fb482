-- What is expected of a figure that takes more than one column to see: references, offsets, bounds.
-- Null where a figure has nothing to be held against, so that it is left out and not taken for kept.
SELECT
    told.observation_id,
    told.value,
    told.quote,
    told.comparator,
    told.status,
    told.sex,
    told.confidence,
    CASE WHEN told.unit IS NOT NULL THEN dim_unit.unit_id IS NOT NULL END AS unit_known,
    dim_document.document IS NOT NULL AS document_known,
    (told.indicator IS NULL OR dim_indicator.indicator_id IS NOT NULL)
    AND (told.population_group IS NULL OR dim_population_group.population_id IS NOT NULL)
    AND (told.programme IS NULL OR dim_programme.programme_id IS NOT NULL)
    AND (told.funding_source IS NULL OR dim_funding_source.funding_source_id IS NOT NULL) AS meaning_known,
    CASE WHEN told.place_sk IS NOT NULL THEN dim_place.place_sk IS NOT NULL END AS place_known,
    CASE WHEN told.period_sk IS NOT NULL THEN dim_period.period_sk IS NOT NULL END AS period_known,
    CASE
        WHEN told.char_start IS NOT NULL
            THEN coalesce(substr(source.text, told.char_start + 1, told.char_end - told.char_start) = told.quote, FALSE)
    END AS quote_at_offsets,
    (told.char_start IS NOT NULL AND told.char_end > told.char_start AND told.cell IS NULL)
    OR (told.char_start IS NULL AND told.sheet IS NOT NULL AND told.cell IS NOT NULL) AS has_place_in_source,
    told.value BETWEEN coalesce(told.interval_low, told.value) AND coalesce(told.interval_high, told.value)
        AS within_bounds,
    told.period_start <= told.period_end AS period_in_order
FROM fact_observation AS told
LEFT JOIN dim_unit ON told.unit = dim_unit.unit_id
LEFT JOIN dim_document ON told.document = dim_document.document
LEFT JOIN dim_indicator ON told.indicator = dim_indicator.indicator_id
LEFT JOIN dim_population_group ON told.population_group = dim_population_group.population_id
LEFT JOIN dim_programme ON told.programme = dim_programme.programme_id
LEFT JOIN dim_funding_source ON told.funding_source = dim_funding_source.funding_source_id
LEFT JOIN dim_place ON told.place_sk = dim_place.place_sk
LEFT JOIN dim_period ON told.period_sk = dim_period.period_sk
LEFT JOIN fact_document_text AS source ON told.document = source.document
