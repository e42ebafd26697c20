"""The core of Renya: YAML records in, pages of a bilingual guide out.

    YAML text -> located values -> records -> library -> checks -> pages -> adapter
    source       (source)          records    library    checks    pages    mkdocs_hook, outputs

Problems are collected on the way and never thrown. No module imports one to its right;
nothing here imports mkdocs. ARCHITECTURE.md is the longer walk.
"""
