-- Grain: One amount told with a count, held against the same of other sources.
-- Why: what a place pays a head differs from others by a factor of two, not of thirty; a source that gives a thousand
-- times as much slipped by a unit. Asked only in the warehouse, where there are other sources, and only where at least
-- five of them tell the same indicator of the same kind of count. The median is of the others' amounts a head.
WITH line AS (
    SELECT
        relation_id,
        document,
        arg_min({ 'value': value, 'low': low, 'high': high, 'unit': unit, 'indicator': indicator }, position)
        FILTER (WHERE role = 'amount') AS amount,
        arg_min({ 'value': value, 'low': low, 'high': high, 'indicator': indicator }, position)
        FILTER (WHERE role = 'count') AS heads
    FROM relation_figure
    WHERE kind = 'per_head'
    GROUP BY relation_id, document
    HAVING
        count(*) FILTER (WHERE role = 'amount') = 1
        AND count(*) FILTER (WHERE role = 'count') = 1
        AND min(value) FILTER (WHERE role = 'count') > 0
),

-- One amount a head a source, so that no source speaks twice.
source AS (
    SELECT
        line.document,
        line.amount['indicator'] AS amount_indicator,
        line.heads['indicator'] AS count_indicator,
        line.amount['unit'] AS unit,
        median(cast(line.amount['value'] / line.heads['value'] AS DOUBLE)) AS each_one
    FROM line
    WHERE line.amount['indicator'] IS NOT NULL AND line.amount['value'] > 0
    GROUP BY ALL
),

peers AS (
    SELECT
        amount_indicator,
        count_indicator,
        unit,
        count(*) AS sources,
        cast(median(each_one) AS DECIMAL(18, 6)) AS middle
    FROM source
    GROUP BY ALL
    HAVING count(*) >= 6
)

SELECT
    line.relation_id,
    line.document,
    'peers' AS test,
    line.amount['unit'] AS unit,
    cast(NULL AS VARCHAR) AS missing,
    'info' AS severity,
    cast(NULL AS VARCHAR) AS norm_id,
    cast(NULL AS DECIMAL(18, 6)) AS norm_low,
    cast(NULL AS DECIMAL(18, 6)) AS norm_high,
    line.amount['value'] AS stated,
    line.amount['low'] AS stated_low,
    line.amount['high'] AS stated_high,
    try(cast(line.heads['value'] * peers.middle AS DECIMAL(38, 6))) AS computed,
    try(cast(line.heads['low'] * peers.middle / 30 AS DECIMAL(38, 6))) AS computed_low,
    try(cast(line.heads['high'] * peers.middle * 30 AS DECIMAL(38, 6))) AS computed_high
FROM line
INNER JOIN peers
    ON
        line.amount['indicator'] = peers.amount_indicator
        AND line.amount['unit'] = peers.unit
        AND line.heads['indicator'] IS NOT DISTINCT FROM peers.count_indicator
