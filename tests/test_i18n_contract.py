"""What hooks/mkdocs_hook.py relies on in MkDocs and static-i18n, with a hook that only listens.

When one of these fails after an update of a dependency, the comment at the hook's event says
what to build anew.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from building import built, contents
from project import write_project

pytestmark = pytest.mark.site

LISTENER = """
import json
from pathlib import Path

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File


def tell(event, config, **more):
    line = {"event": event, "language": config.plugins["i18n"].current_language, **more}
    with Path(config.config_file_path).with_name("events").open("a", encoding="utf-8") as out:
        out.write(json.dumps(line) + "\\n")


def on_startup(command, dirty):
    on_startup.command = command


def on_config(config):
    tell("config", config, site_url=config.site_url, command=on_startup.command)


@event_priority(100)
def before(files, config):
    for name in ("index.zh.md", "index.en.md"):
        files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-150)
def after(files, config):
    homes = {}
    for file in files:
        if file.src_uri.startswith("index."):
            homes[file.src_uri] = file.dest_uri
            file.content_string = ""
    own = config.theme.custom_dir
    foreign = [f.src_uri for f in files if f.src_uri.startswith("assets/") and f.src_dir != own]
    ours = [f.src_uri for f in files if f.src_dir == own]
    tell("files", config, homes=homes, foreign=len(foreign), ours=ours)
    for file in list(files):
        if file.src_uri in foreign:
            files.remove(file)
    return files


on_files = CombinedEvent(before, after)


def on_nav(nav, config, files):
    tell("nav", config, pages=[page.url for page in nav.pages])


def on_env(env, config, files):
    tell("env", config, frame=env.get_template("base.html").filename)


def on_page_markdown(markdown, page, config, files):
    tell("markdown", config, url=page.url)


def on_page_context(context, page, config, nav):
    titles = [one.title for one in nav.pages]
    tell("page", config, url=page.url, source=page.file.src_uri, titles=titles)


def on_template_context(context, template_name, config):
    tell("template", config, name=template_name)
    return context


def early(config):
    language = config.plugins["i18n"].current_language
    Path(config.site_dir, f"{language}.txt").write_text(language, encoding="utf-8")
    sitemap = Path(config.site_dir, "sitemap.xml").exists()
    tell("post", config, site_url=config.site_url, sitemap=sitemap)


@event_priority(-200)
def late(config):
    tell("late", config)


on_post_build = CombinedEvent(early, late)
"""

Event = dict[str, Any]


@pytest.fixture(scope="module", params=["mkdocs.yml", "mkdocs-offline.yml"])
def heard(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "Heard":
    """A build with our configuration, and the listener in the place of our hook."""
    root = write_project(tmp_path_factory.mktemp("contract") / "project")
    (root / "listener.py").write_text(LISTENER, encoding="utf-8")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "hooks/mkdocs_hook.py" in config
    config = config.replace("hooks/mkdocs_hook.py", "listener.py")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    # Our frame reads what our hook gives; a bare one is enough to hear the events.
    (root / "theme" / "base.html").write_text("<!doctype html>", encoding="utf-8")
    for name in ("main.html", "404.html"):
        (root / "theme" / name).write_text('{% extends "base.html" %}', encoding="utf-8")
    built(root, "--config-file", request.param, "--site-dir", root / "made")
    lines = (root / "events").read_text(encoding="utf-8").splitlines()
    return Heard([json.loads(line) for line in lines], root, request.param == "mkdocs.yml")


class Heard:
    def __init__(self, events: list[Event], root: Path, directory_urls: bool) -> None:
        self.events = events
        self.root = root
        self.directory_urls = directory_urls

    def __call__(self, *names: str, language: str | None = "any") -> list[Event]:
        found = [one for one in self.events if one["event"] in names]
        return [one for one in found if language in ("any", one["language"])]

    def address(self, name: str) -> str:
        if name in ("", "en/"):
            return name if self.directory_urls else f"{name}index.html"
        return f"{name}/" if self.directory_urls else f"{name}.html"


def test_first_configuration_comes_before_a_language_is_chosen(heard: Heard) -> None:
    """on_config reads and checks the records once: when current_language is None."""
    assert [one["language"] for one in heard("config")] == [None, "en"]


def test_startup_tells_the_command_before_the_configuration(heard: Heard) -> None:
    assert heard("config")[0]["command"] == "build"


def test_english_is_built_inside_the_end_of_the_chinese_build(heard: Heard) -> None:
    """on_post_build at priority 0 writes Chinese pages before English starts, then English ones."""
    order = [(one["event"], one["language"]) for one in heard("config", "post", "late")]
    assert order == [
        ("config", None),
        ("post", "zh"),
        ("config", "en"),
        ("post", "en"),
        ("late", "en"),  # end of the English build
        ("late", "en"),  # end of the Chinese one, which static-i18n leaves with `en`
    ]


def test_both_builds_write_into_one_folder_that_is_emptied_once(heard: Heard) -> None:
    made = contents(heard.root / "made")
    assert {"zh.txt", "en.txt"} <= set(made)


def test_address_of_the_site_is_the_same_in_both_builds(heard: Heard) -> None:
    url = "https://renya.example/" if heard.directory_urls else ""
    assert {one["site_url"] for one in heard("config", "post")} == {url}


def test_every_event_between_knows_its_language(heard: Heard) -> None:
    """_lang() asks the plugin; pages of one language are never drawn under the other."""
    events = ("files", "nav", "env", "markdown", "page", "template")
    assert {one["language"] for one in heard(*events)} == {"zh", "en"}
    for one in heard("page", "markdown"):
        assert one["url"].startswith("en/") == (one["language"] == "en"), one


def test_files_added_before_i18n_become_the_home_pages(heard: Heard) -> None:
    """index.zh.md and index.en.md, appended at 100, are home when -150 comes, after -100."""
    assert heard("files", language="zh")[0]["homes"]["index.zh.md"] == "index.html"
    assert heard("files", language="en")[0]["homes"]["index.en.md"] == "en/index.html"
    for language, source, home in (("zh", "index.zh.md", ""), ("en", "index.en.md", "en/")):
        drawn = {one["source"]: one["url"] for one in heard("page", language=language)}
        assert drawn[source].removeprefix("./") == heard.address(home)


def test_pages_of_the_menu_are_in_their_language(heard: Heard) -> None:
    for language, prefix in (("zh", ""), ("en", "en/")):
        pages = [url.removeprefix("./") for url in heard("nav", language=language)[0]["pages"]]
        names = [prefix, f"{prefix}danger", f"{prefix}method"]
        assert pages == [heard.address(name) for name in names]
    # Titles stand when pages are drawn: the menu is built from them.
    assert heard("page", language="zh")[-1]["titles"][1:] == ["先看安全", "方法"]
    assert heard("page", language="en")[-1]["titles"][1:] == ["Danger first", "Method"]


def test_files_of_material_are_told_from_ours(heard: Heard) -> None:
    """on_files drops what lies under assets/ and does not come from custom_dir."""
    for one in heard("files"):
        assert one["foreign"] > 0
        assert {"renya/renya.css", "renya/sprout.svg"} <= set(one["ours"])
    assert not [name for name in contents(heard.root / "made") if name.startswith("assets/")]


def test_environment_of_templates_finds_our_frame(heard: Heard) -> None:
    """on_env keeps it for on_post_build, which draws the shells of the records' pages."""
    frames = [(heard.root / one["frame"]) for one in heard("env")]
    assert frames == [heard.root / "theme" / "base.html"] * 2


def test_wrong_address_page_is_drawn_in_both_builds_into_one_file(heard: Heard) -> None:
    """So the Chinese values are kept for the second drawing."""
    drawn = [one["language"] for one in heard("template") if one["name"] == "404.html"]
    assert drawn == ["zh", "en"]
    made = contents(heard.root / "made")
    assert [name for name in made if name.endswith("404.html")] == ["404.html"]


def test_sitemap_of_mkdocs_stands_before_ours_takes_its_place(heard: Heard) -> None:
    assert all(one["sitemap"] for one in heard("post"))
