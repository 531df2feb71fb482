-- Grain: What the norms of one sort, legal or plausible, allow a head for one amount told with a count.
-- Why: a norm applies only where its programme, group, place, kind of count and time are those of the amount; what it
-- does not say is open, and a time that the source does not tell fits every version. Several norms may apply at once
-- (two versions of a decree within a year, new houses and repaired ones): an average may then lie anywhere between the
-- least and the greatest. A norm a month is due for one month up to its greatest number of them, for every year that
-- the amount is told of. UNCERTAIN norms of a programme only widen what others allow, since the amount may be of their
-- sort: loans of one decree for land, for houses and for jobs. Of plausible bands those of the indicator go before the
-- general ones. Things that are counted are one family, so that a norm of them asks for their unit.
WITH line AS (
    SELECT
        relation_id,
        arg_min(
            {
                'family': family, 'unit': unit, 'indicator': indicator, 'population_group': population_group,
                'programme': programme, 'period_start': period_start, 'period_end': period_end,
                'place_level': place_level, 'place_code': place_code, 'place_valid_from': place_valid_from
            },
            position
        ) FILTER (WHERE role = 'amount') AS amount,
        arg_min(
            { 'unit': unit, 'indicator': indicator, 'population_group': population_group }, position
        ) FILTER (WHERE role = 'count') AS heads
    FROM relation_figure
    WHERE kind = 'per_head'
    GROUP BY relation_id
    HAVING count(*) FILTER (WHERE role = 'amount') = 1 AND count(*) FILTER (WHERE role = 'count') = 1
),

-- The places of amounts with all that they lie in.
lies_in AS (
    SELECT
        line.relation_id,
        unnest([place.code, parent.code, grandparent.code]) AS place_code
    FROM line
    INNER JOIN dim_place AS place
        ON
            line.amount['place_level'] = place.level
            AND line.amount['place_code'] = place.code
            AND line.amount['place_valid_from'] = place.valid_from
    LEFT JOIN dim_place AS parent ON place.parent_sk = parent.place_sk
    LEFT JOIN dim_place AS grandparent ON parent.parent_sk = grandparent.place_sk
),

norm AS (
    SELECT
        * EXCLUDE (amount_indicators),
        unnest(coalesce(amount_indicators, ['any'])) AS amount_indicator,
        CASE unit WHEN 'kilogram' THEN 'mass' ELSE unit END AS family
    FROM dim_norm
    WHERE basis <> 'value' AND (certainty <> 'UNCERTAIN' OR programmes IS NOT NULL)
),

asked AS (
    SELECT
        *,
        unnest([amount['indicator'], 'any']) AS amount_indicator
    FROM line
),

applicable AS (
    SELECT
        asked.relation_id,
        norm.kind = 'plausible' AS is_band,
        norm.norm_id,
        norm.amount_indicator = 'any' AS is_general,
        norm.certainty IN ('VERIFIED', 'CERTAIN') AS is_sure,
        norm.certainty <> 'UNCERTAIN' AS is_asked,
        norm.low,
        norm.high * CASE
            WHEN norm.basis <> 'month' THEN 1
            ELSE norm.months_max * coalesce(
                cast(
                    ceil((date_diff('month', asked.amount['period_start'], asked.amount['period_end']) + 1) / 12.0)
                    AS INTEGER
                ), 1
            )
        END AS high
    FROM asked
    INNER JOIN norm
        ON
            asked.amount_indicator = norm.amount_indicator
            AND norm.family IN (asked.amount['family'], asked.amount['unit'])
    LEFT JOIN lies_in ON asked.relation_id = lies_in.relation_id AND norm.place_code = lies_in.place_code
    WHERE
        (norm.count_indicators IS NULL OR list_contains(norm.count_indicators, asked.heads['indicator']))
        AND (norm.count_units IS NULL OR list_contains(norm.count_units, asked.heads['unit']))
        AND (
            norm.population_groups IS NULL
            OR list_contains(norm.population_groups, asked.amount['population_group'])
            OR list_contains(norm.population_groups, asked.heads['population_group'])
        )
        AND (norm.programmes IS NULL OR list_contains(norm.programmes, asked.amount['programme']))
        AND (norm.place_code IS NULL OR lies_in.place_code IS NOT NULL)
        AND (norm.valid_from IS NULL OR coalesce(asked.amount['period_end'] >= norm.valid_from, TRUE))
        AND (norm.valid_to IS NULL OR coalesce(asked.amount['period_start'] <= norm.valid_to, TRUE))
    QUALIFY
        norm.kind <> 'plausible'
        OR rank() OVER (PARTITION BY asked.relation_id, is_band ORDER BY is_general) = 1
)

SELECT
    relation_id,
    is_band,
    bool_or(is_sure) AS is_sure,
    -- the one to name: that which allows most, of several the surest
    arg_max(norm_id, (high, is_sure, norm_id)) AS norm_id,
    cast(CASE WHEN bool_and(low IS NOT NULL) THEN min(low) END AS DECIMAL(18, 6)) AS low,
    cast(CASE WHEN bool_and(high IS NOT NULL) THEN max(high) END AS DECIMAL(18, 6)) AS high
FROM applicable
GROUP BY relation_id, is_band
HAVING bool_or(is_asked)
