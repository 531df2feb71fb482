-- Grain: One figure under the dimensions of an SDMX data structure.
-- For exchange with statistical systems: `solieu export --format sdmx` writes it with its code lists. Every figure is
-- one of its own (FIGURE is a dimension), for sources repeat and contradict each other. Values are in base units, so
-- UNIT_MULT is 0. OBS_STATUS is V (unvalidated) where the figure stands in a relation that does not hold.
WITH area AS (
    SELECT
        place_sk,
        code || CASE
            WHEN valid_from > min(valid_from) OVER (PARTITION BY level, code) THEN strftime(valid_from, '-%Y%m%d')
            ELSE ''
        END AS ref_area
    FROM dim_place
),

contradicted AS (
    SELECT DISTINCT fact_relation_member.observation_id
    FROM fact_relation_member
    INNER JOIN fact_relation USING (relation_id)
    WHERE fact_relation.outcome = 'broken' AND fact_relation.severity IN ('warning', 'critical')
)

SELECT
    CASE dim_period.kind
        WHEN 'year' THEN 'A'
        WHEN 'half_year' THEN 'S'
        WHEN 'quarter' THEN 'Q'
        WHEN 'month' THEN 'M'
        ELSE '_O'
    END AS freq,
    coalesce(area.ref_area, '_U') AS ref_area,
    replace(told.indicator, '.', '_') AS indicator,
    coalesce(told.population_group, '_T') AS population_group,
    coalesce(told.sex, '_T') AS sex,
    coalesce(told.programme, '_T') AS programme,
    told.status AS nature,
    told.observation_id AS figure,
    CASE
        WHEN NOT contains(told.period, '/') THEN told.period
        WHEN strftime(told.period_start, '%m%d') = '0101' AND strftime(told.period_end, '%m%d') = '1231'
            THEN
                strftime(told.period_start, '%Y-%m-%d/P') || date_diff('year', told.period_start, told.period_end + 1)
                || 'Y'
        WHEN day(told.period_start) = 1 AND day(told.period_end + 1) = 1
            THEN
                strftime(told.period_start, '%Y-%m-%d/P')
                || date_diff('month', told.period_start, told.period_end + 1) || 'M'
        ELSE strftime(told.period_start, '%Y-%m-%d/P') || dim_period.days || 'D'
    END AS time_period,
    told.value AS obs_value,
    told.value_high AS upper_value,
    told.comparator,
    CASE
        WHEN told.unit IS NULL THEN '_Z'
        WHEN dim_unit.sdmx_code IS NOT NULL THEN dim_unit.sdmx_code
        WHEN regexp_full_match(told.unit, '[A-Za-z0-9_]+') THEN upper(told.unit)
        ELSE 'NOUN_' || md5(told.unit)[:8]
    END AS unit_measure,
    0 AS unit_mult,
    CASE WHEN contradicted.observation_id IS NULL THEN 'A' ELSE 'V' END AS obs_status,
    told.quote AS printed,
    told.document AS source
FROM fact_observation AS told
INNER JOIN dim_document ON told.document = dim_document.document
INNER JOIN dim_period ON told.period_sk = dim_period.period_sk
LEFT JOIN dim_unit ON told.unit = dim_unit.unit_id
LEFT JOIN area ON told.place_sk = area.place_sk
LEFT JOIN contradicted ON told.observation_id = contradicted.observation_id
WHERE
    told.indicator IS NOT NULL
    AND told.repeat_of IS NULL
    AND dim_document.duplicate_of IS NULL
