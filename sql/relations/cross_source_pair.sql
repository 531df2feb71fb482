-- Grain: One figure of one source beside the same figure of the source that is preferred for it.
-- Why: an article and a workbook, two articles, two years' editions tell one figure; they agree, round, or conflict.
-- The same is what has the same indicator, group, programme, source of funds, sex, place, period, status, unit and
-- per. A source that tells several figures under one such key tells them apart by something that was not read, so it
-- is left out. Preferred is, in this order: a sheet before prose (it has all digits), what was published later, what
-- comes first by name. Both figures stay; copies of a source with the same bytes do not speak twice.
WITH figure AS (
    SELECT
        told.*,
        dim_document.published,
        told.sheet IS NOT NULL AS in_sheet
    FROM stg_observation AS told
    INNER JOIN dim_document ON told.document = dim_document.document AND dim_document.duplicate_of IS NULL
    INNER JOIN dim_indicator ON told.indicator = dim_indicator.indicator_id AND dim_indicator.mart <> 'cross'
    WHERE
        told.place_code IS NOT NULL
        AND told.period_start IS NOT NULL
        AND told.interval_low IS NOT NULL
        AND told.interval_high IS NOT NULL
        AND told.section IS DISTINCT FROM 'teaser'
),

-- What one source tells under one key: the figure with the narrowest bounds, where all that it tells can be one.
source AS (
    SELECT
        indicator,
        population_group,
        programme,
        funding_source,
        sex,
        place_level,
        place_code,
        place_valid_from,
        period_start,
        period_end,
        status,
        unit,
        per,
        document,
        any_value(published) AS published,
        bool_or(in_sheet) AS in_sheet,
        arg_min(observation_id, (interval_high - interval_low, position)) AS observation_id
    FROM figure
    GROUP BY ALL
    HAVING max(interval_low) <= min(interval_high)
),

ranked AS (
    SELECT
        *,
        row_number() OVER same AS rank,
        first(observation_id) OVER same AS first_id,
        first(document) OVER same AS first_document
    FROM source
    WINDOW same AS (
        PARTITION BY
            indicator, population_group, programme, funding_source, sex, place_level, place_code, place_valid_from,
            period_start, period_end, status, unit, per
        ORDER BY in_sheet DESC, published DESC NULLS LAST, document ASC
    )
)

SELECT
    md5(concat_ws('|', 'cross_source', first_id, observation_id))[:20] AS relation_id,
    least(first_document, document) AS document,
    first_id,
    first_document,
    observation_id AS other_id,
    document AS other_document
FROM ranked
WHERE rank > 1
