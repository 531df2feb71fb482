-- Grain: One printed number of one source with all that it means in words.
-- Every figure can be read here without a join: what it counts, of whom, where, when, where it stands in its source,
-- and whether anything contradicts it. `is_repeat` marks what must be left out of sums: what a source says again, and
-- all figures of a source with the same bytes as another. What is part of a total is here beside the total.
WITH checked AS (
    SELECT
        fact_relation_member.observation_id,
        CASE
            WHEN bool_or(fact_relation.outcome = 'broken') THEN 'broken'
            WHEN bool_or(fact_relation.outcome = 'holds') THEN 'holds'
            ELSE 'not_evaluated'
        END AS verdict
    FROM fact_relation_member
    INNER JOIN fact_relation USING (relation_id)
    GROUP BY fact_relation_member.observation_id
)

SELECT
    told.observation_id,
    told.document,
    source.title,
    source.publisher,
    source.published,
    source.made_up,
    told.position,
    told.quote,
    told.sentence,
    CASE
        WHEN told.cell IS NOT NULL THEN told.sheet || '!' || told.cell
        ELSE told.char_start || '–' || told.char_end
    END AS stands_at,
    told.value,
    told.value_high,
    told.comparator,
    told.unit,
    told.per,
    told.indicator,
    dim_indicator.name_en AS indicator_en,
    dim_indicator.label_vi AS indicator_vi,
    told.population_group,
    dim_population_group.name_en AS population_en,
    dim_population_group.label_vi AS population_vi,
    told.programme,
    dim_programme.name_en AS programme_en,
    dim_programme.label_vi AS programme_vi,
    told.funding_source,
    told.sex,
    told.place,
    told.place_code,
    told.place_level,
    told.period,
    told.period_start,
    told.period_end,
    told.status,
    told.repeat_of IS NOT NULL OR source.duplicate_of IS NOT NULL AS is_repeat,
    coalesce(checked.verdict, 'unchecked') AS verdict
FROM fact_observation AS told
INNER JOIN dim_document AS source ON told.document = source.document
LEFT JOIN dim_indicator ON told.indicator = dim_indicator.indicator_id
LEFT JOIN dim_population_group ON told.population_group = dim_population_group.population_id
LEFT JOIN dim_programme ON told.programme = dim_programme.programme_id
LEFT JOIN checked ON told.observation_id = checked.observation_id
