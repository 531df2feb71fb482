-- What does this build say otherwise than the last one: figures and findings that came, went or are read anew?
SELECT
    change,
    subject,
    parse_filename(document) AS source_file,
    told,
    before,
    after
FROM build_change
ORDER BY subject, change, document, row_id
