-- Grain: One line of one statement about help with housing.
-- Grants and loans are kept apart; households and houses are both counts, as the source tells them.
SELECT
    * EXCLUDE (marts, is_duplicate),
    CASE WHEN count_unit = 'household' THEN count_value END AS households,
    CASE WHEN count_unit = 'house' THEN count_value END AS houses,
    CASE WHEN amount_indicator = 'house.amount_grant' THEN amount_value END AS granted,
    CASE
        WHEN amount_indicator = 'house.amount_loan' OR starts_with(amount_indicator, 'credit.') THEN amount_value
    END AS lent
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'housing')
