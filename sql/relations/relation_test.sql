-- Grain: One test of one relation, with its verdict.
-- The one place where figures become a verdict, for `solieu check` and for the warehouse alike. A test holds where
-- the bounds of what is stated and of what is computed meet, that is where |difference| <= tolerance: the tolerance
-- is what the printed digits of all figures leave open on the side of the difference; a side without a bound leaves
-- open whatever there is. A test that lacks an input, or that nothing bounds, is not evaluated.
-- Quotients are divided as whole numbers of millionths, the bounds rounded inwards. Since every printed bound is a
-- whole number of millionths too, the comparison is as exact as cross-multiplying.
WITH compared_directly AS (
    SELECT
        'part_whole' AS kind,
        *
    FROM part_whole
    UNION ALL BY NAME
    SELECT
        'repeat' AS kind,
        *
    FROM repeat
    UNION ALL BY NAME
    SELECT
        'subset' AS kind,
        *
    FROM subset
    UNION ALL BY NAME
    SELECT
        'stock_flow' AS kind,
        *
    FROM stock_flow
),

compared_as_quotient AS (
    SELECT
        'plan_ratio' AS kind,
        *
    FROM plan_ratio
    UNION ALL BY NAME
    SELECT
        'change' AS kind,
        *
    FROM change
    UNION ALL BY NAME
    SELECT
        'share' AS kind,
        *
    FROM share
    UNION ALL BY NAME
    SELECT
        'formula' AS kind,
        *
    FROM formula
),

compared_with_a_limit AS (
    SELECT
        'per_head' AS kind,
        *
    FROM per_head
    UNION ALL BY NAME
    SELECT
        'per_head' AS kind,
        *
    FROM per_head_peers
    UNION ALL BY NAME
    SELECT
        'cross_source' AS kind,
        *
    FROM cross_source
),

-- Numerators in 10^-12 and denominators in 10^-6, so that whole-number division leaves millionths.
scaled AS (
    SELECT
        *,
        try(cast(numerator * 1000000 AS HUGEINT) * 1000000) AS above,
        try(cast(numerator_low * 1000000 AS HUGEINT) * 1000000) AS above_low,
        try(cast(numerator_high * 1000000 AS HUGEINT) * 1000000) AS above_high,
        try(cast(nullif(denominator, 0) * 1000000 AS HUGEINT)) AS below,
        try(cast(nullif(denominator_low, 0) * 1000000 AS HUGEINT)) AS below_low,
        try(cast(nullif(denominator_high, 0) * 1000000 AS HUGEINT)) AS below_high
    FROM compared_as_quotient
),

test AS (
    SELECT
        relation_id,
        kind,
        document,
        test,
        cast(1 AS BIGINT) AS rank,
        unit,
        missing,
        'warning' AS severity,
        cast(NULL AS VARCHAR) AS norm_id,
        cast(NULL AS DECIMAL(18, 6)) AS norm_low,
        cast(NULL AS DECIMAL(18, 6)) AS norm_high,
        stated,
        stated_low,
        stated_high,
        computed,
        computed_low,
        computed_high
    FROM compared_directly
    UNION ALL
    SELECT
        relation_id,
        kind,
        document,
        test,
        cast(1 AS BIGINT) AS rank,
        unit,
        missing,
        severity,
        norm_id,
        norm_low,
        norm_high,
        stated,
        stated_low,
        stated_high,
        computed,
        computed_low,
        computed_high
    FROM compared_with_a_limit
    UNION ALL
    SELECT
        relation_id,
        kind,
        document,
        test,
        rank,
        unit,
        missing,
        'warning' AS severity,
        cast(NULL AS VARCHAR) AS norm_id,
        cast(NULL AS DECIMAL(18, 6)) AS norm_low,
        cast(NULL AS DECIMAL(18, 6)) AS norm_high,
        stated,
        stated_low,
        stated_high,
        try((above // below + CASE WHEN 2 * abs(above % below) >= below THEN sign(above) ELSE 0 END) * 0.000001)
            AS computed,
        try((above_low // below_low + CASE WHEN above_low % below_low > 0 THEN 1 ELSE 0 END) * 0.000001)
            AS computed_low,
        try((above_high // below_high - CASE WHEN above_high % below_high < 0 THEN 1 ELSE 0 END) * 0.000001)
            AS computed_high
    FROM scaled
),

compared AS (
    SELECT
        *,
        stated - computed AS gap,
        -- how far the bounds overlap, on the side to which what is stated lies off; null where that side is open
        CASE
            WHEN gap > 0 THEN computed_high - stated_low
            WHEN gap < 0 THEN stated_high - computed_low
            ELSE least(computed_high - stated_low, stated_high - computed_low)
        END AS overlap,
        missing IS NULL
        AND gap IS NOT NULL
        AND (computed_high - stated_low IS NOT NULL OR stated_high - computed_low IS NOT NULL) AS evaluable
    FROM test
),

judged AS (
    SELECT
        *,
        CASE WHEN evaluable THEN gap END AS difference,
        CASE WHEN evaluable THEN abs(gap) + coalesce(overlap, 0) END AS tolerance,
        CASE
            WHEN NOT evaluable THEN 'not_evaluated'
            WHEN abs(difference) <= tolerance THEN 'holds'
            ELSE 'broken'
        END AS outcome
    FROM compared
)

SELECT
    relation_id,
    test,
    rank,
    document,
    kind,
    outcome,
    CASE
        WHEN NOT evaluable THEN coalesce(missing, CASE WHEN gap IS NULL THEN 'value' ELSE 'bounds' END)
    END AS missing,
    cast(stated AS DECIMAL(38, 6)) AS stated,
    cast(computed AS DECIMAL(38, 6)) AS computed,
    cast(difference AS DECIMAL(38, 6)) AS difference,
    cast(tolerance AS DECIMAL(38, 6)) AS tolerance,
    unit,
    -- in what way a test holds: a figure cut off is said to be so
    CASE
        WHEN outcome <> 'holds' THEN NULL
        WHEN test IN ('parts_within_total', 'part_within_whole', 'ranking') AND difference <> 0 THEN 'within_bounds'
        WHEN
            test IN ('norm', 'plausible_amount', 'monthly_amount', 'peers')
            AND coalesce(computed <> computed_low, TRUE) AND coalesce(computed <> computed_high, TRUE)
            THEN 'within_bounds'
        WHEN difference = 0 THEN 'exact'
        WHEN abs(difference) <= least(stated - stated_low, stated_high - stated) THEN 'rounded'
        WHEN stated_low < stated AND stated < stated_high AND computed BETWEEN stated_low AND stated_high
            THEN 'cut_off'
        ELSE 'within_bounds'
    END AS agreement,
    CASE outcome
        WHEN 'broken' THEN severity
        WHEN 'holds' THEN CASE WHEN agreement = 'cut_off' THEN 'info' END
    END AS severity,
    norm_id,
    cast(norm_low AS DECIMAL(38, 6)) AS norm_low,
    cast(norm_high AS DECIMAL(38, 6)) AS norm_high
FROM judged
