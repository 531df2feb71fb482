-- What does this build say otherwise than the last one: figures and findings that came, went or are read anew?
SELECT
    change,
    subject,
    told,
    before || ' → ' || after AS difference,
    parse_filename(document) AS source_file
FROM build_change
ORDER BY subject, change, document, row_id
