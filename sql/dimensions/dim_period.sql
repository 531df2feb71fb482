-- Grain: One period as sources state it.
-- Text and bounds together identify it: the same words may be bounded otherwise in another source.
SELECT DISTINCT
    cast('0x' || md5(concat_ws('|', period, period_start, period_end))[:15] AS BIGINT) AS period_sk,
    period,
    period_start,
    period_end,
    CASE
        WHEN contains(period, '/') THEN 'span'
        WHEN regexp_full_match(period, '\d{4}') THEN 'year'
        WHEN regexp_full_match(period, '\d{4}-S\d') THEN 'half_year'
        WHEN regexp_full_match(period, '\d{4}-Q\d') THEN 'quarter'
        WHEN regexp_full_match(period, '\d{4}-\d{2}') THEN 'month'
        WHEN regexp_full_match(period, '\d{4}-\d{2}-\d{2}') THEN 'day'
        ELSE 'other'
    END AS kind,
    date_diff('day', period_start, period_end) + 1 AS days
FROM stg_observation
WHERE period IS NOT NULL
