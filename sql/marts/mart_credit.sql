-- Grain: One line of one statement about policy credit.
-- Loans are stocks (outstanding) or flows (lent, collected): the columns keep them apart, for they must never be
-- added.
SELECT
    * EXCLUDE (marts, is_duplicate),
    CASE WHEN count_unit IN ('household', 'person', 'customer', 'turn') THEN count_value END AS borrowers,
    CASE WHEN amount_indicator = 'credit.outstanding' THEN amount_value END AS outstanding,
    CASE WHEN amount_indicator = 'credit.turnover_lent' THEN amount_value END AS lent,
    CASE WHEN amount_indicator = 'credit.turnover_collected' THEN amount_value END AS collected,
    CASE WHEN amount_indicator = 'credit.overdue' THEN amount_value END AS overdue
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'credit')
