-- Grain: One list of parts that falls short of its total and that one slip of a single figure would complete exactly.
-- Why: "727 lao động, trong đó 156 …, 29 …, 42 …" does not say that it lists all parts. It may leave some out; but
-- where 656 for 156 (one digit, two digits swapped, a power of ten) makes it add up to the last digit, that is either
-- an error or chance. The chance is how many such changes there are, times the width that a remainder must hit,
-- over the total that it could be anything of. Below 2 % the list is taken for complete and so for wrong; a list of
-- three parts and more seldom leaves one out, so that for it 10 % will do. With about one such list in several
-- documents that is one false alarm in fifty documents at most.
WITH short AS (
    SELECT
        relation_id,
        max(value) FILTER (WHERE role = 'total') AS total,
        max(low) FILTER (WHERE role = 'total') - sum(high * sign) FILTER (WHERE role = 'part') AS gap_low,
        max(high) FILTER (WHERE role = 'total') - sum(low * sign) FILTER (WHERE role = 'part') AS gap_high,
        CASE WHEN count(*) FILTER (WHERE role = 'part') > 2 THEN 0.1 ELSE 0.02 END AS chance
    FROM relation_figure
    WHERE kind = 'part_whole' AND exhaustive IS NULL
    GROUP BY relation_id
    HAVING
        count(*) FILTER (WHERE role = 'total') = 1
        AND count(*) FILTER (WHERE role = 'part') > 1
        AND count(DISTINCT family) = 1
        AND bool_and(low IS NOT NULL AND high IS NOT NULL AND value > 0 AND sign = 1)
        AND gap_low > 0
),

-- Each figure as its printed digits and what a 1 in the last of them is worth; by how much it would have to change.
figure AS (
    SELECT
        short.relation_id,
        short.total,
        short.chance,
        relation_figure.value,
        regexp_replace(relation_figure.value_printed, '[^0-9]', '', 'g') AS digits,
        CASE WHEN relation_figure.role = 'part' THEN short.gap_low ELSE -short.gap_high END AS change_low,
        CASE WHEN relation_figure.role = 'part' THEN short.gap_high ELSE -short.gap_low END AS change_high
    FROM short
    INNER JOIN relation_figure ON short.relation_id = relation_figure.relation_id
    WHERE length(digits) BETWEEN 1 AND 15 AND cast(digits AS BIGINT) > 0
),

place AS (
    SELECT
        figure.*,
        length(figure.digits) - place.place AS position,
        cast(figure.digits[position] AS INTEGER) AS digit,
        cast(power(10, place.place) AS BIGINT) AS worth,
        cast(round(figure.value * 1000000 / cast(figure.digits AS BIGINT)) AS HUGEINT) AS step
    FROM figure
    CROSS JOIN unnest(range(0, 15)) AS place (place)
    WHERE position >= 1
),

-- Every single change that there is, in millionths of the unit.
change AS (
    SELECT
        relation_id,
        total,
        chance,
        step,
        change_low,
        change_high,
        (other.digit - place.digit) * worth * step AS amount
    FROM place
    CROSS JOIN unnest(range(0, 10)) AS other (digit)
    WHERE other.digit <> place.digit AND NOT (position = 1 AND other.digit = 0)
    UNION ALL
    SELECT
        one.relation_id,
        one.total,
        one.chance,
        one.step,
        one.change_low,
        one.change_high,
        (other.digit - one.digit) * (one.worth - other.worth) * one.step AS amount
    FROM place AS one
    INNER JOIN place AS other
        ON
            one.relation_id = other.relation_id
            AND one.digits = other.digits
            AND one.value = other.value
            AND one.change_low = other.change_low
            AND one.position < other.position
            AND one.digit <> other.digit
            AND NOT (one.position = 1 AND other.digit = 0)
    UNION ALL
    SELECT
        relation_id,
        total,
        chance,
        step,
        change_low,
        change_high,
        cast(cast(digits AS BIGINT) * step * (shift.factor - 1) AS HUGEINT) AS amount
    FROM place
    CROSS JOIN unnest([10, 100, 1000, 1000000]) AS shift (factor)
    WHERE position = length(digits)
)

SELECT relation_id
FROM change
GROUP BY relation_id, total, chance
HAVING
    count(*) FILTER (WHERE amount BETWEEN change_low * 1000000 AND change_high * 1000000) > 0
    AND count(DISTINCT amount) FILTER (WHERE sign(amount) = sign(change_low))
    * (max(change_high - change_low) + cast(min(step) AS DOUBLE) / 1000000) < total * chance
