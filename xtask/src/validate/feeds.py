"""Feeds and sitemap of a built site: every feed is read by feedparser, JSON feeds and the sitemap are held to their
specifications. Prints what is wrong, and fails if anything is."""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

import feedparser

site = pathlib.Path(sys.argv[1])
faults = []

ADDRESS = re.compile(r"(https?:/)?/[^\s]+$")
# RFC 3339, which Atom and JSON Feed want, and for the sitemap days, too.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
DAY = re.compile(r"\d{4}-\d\d-\d\d$")
FREQUENCIES = {"always", "hourly", "daily", "weekly", "monthly", "yearly", "never"}
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def told(file, fault):
    faults.append(f"{file.relative_to(site)}: {fault}")


def check_feed(file):
    feed = feedparser.parse(file.read_bytes())
    if feed.bozo:
        told(file, f"feedparser stumbles: {feed.bozo_exception}")
    for wanted in ("id", "title", "updated"):
        if not feed.feed.get(wanted):
            told(file, f"the feed has no {wanted}")
    for number, entry in enumerate(feed.entries):
        for wanted in ("id", "link", "title", "updated_parsed"):
            if not entry.get(wanted):
                told(file, f"entry {number} has no {wanted}")
    check_once(file, [entry.get("id") for entry in feed.entries])


def check_json_feed(file):
    feed = json.loads(file.read_text("utf-8"))
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        told(file, "the version is not 1.1")
    if not feed.get("title") or not isinstance(feed.get("items"), list):
        told(file, "title and items are needed")
    items = feed.get("items") or []
    for number, item in enumerate(items):
        for wanted in ("id", "url"):
            if not isinstance(item.get(wanted), str) or not item[wanted]:
                told(file, f"item {number} has no {wanted}")
        if "content_html" not in item and "content_text" not in item:
            told(file, f"item {number} has no content")
        for moment in ("date_published", "date_modified"):
            if moment in item and not MOMENT.match(item[moment]):
                told(file, f"item {number}: {item[moment]} is no {moment}")
    check_once(file, [item.get("id") for item in items])


def check_sitemap(file):
    root = xml.fromstring(file.read_bytes())
    if root.tag == f"{SITEMAP}sitemapindex":
        kind, allowed = "sitemap", {"loc", "lastmod"}
    else:
        kind, allowed = "url", {"loc", "lastmod", "changefreq", "priority"}
        if root.tag != f"{SITEMAP}urlset":
            told(file, f"{root.tag} is no sitemap")
    if len(root) > 50_000 or file.stat().st_size > 50 * 2**20:
        told(file, "more than a sitemap may have")
    addresses = []
    for element in root:
        if element.tag != f"{SITEMAP}{kind}":
            told(file, f"{element.tag} where {kind} is wanted")
            continue
        own = [part for part in element if part.tag.startswith(SITEMAP)]
        values = {part.tag.removeprefix(SITEMAP): (part.text or "").strip() for part in own}
        if len(values) != len(own) or not values.keys() <= allowed:
            told(file, f"{sorted(values)}: something is twice, or not allowed")
        address = values.get("loc", "")
        addresses.append(address)
        if not ADDRESS.match(address) or len(address) > 2048:
            told(file, f"{address!r} is no address")
        day = values.get("lastmod", "2000-01-01")
        if not DAY.match(day) and not MOMENT.match(day):
            told(file, f"{day} is no day")
        if values.get("changefreq", "never") not in FREQUENCIES:
            told(file, f"{values['changefreq']} is no frequency")
        if not 0 <= float(values.get("priority", 0)) <= 1:
            told(file, f"{values['priority']} is no priority")
    check_once(file, addresses)


def check_once(file, names):
    for name in {name for name in names if names.count(name) > 1}:
        told(file, f"{name} is there more than once")


counts = []
for pattern, check in (("feed.xml", check_feed), ("feed.json", check_json_feed), ("sitemap*.xml", check_sitemap)):
    files = sorted(site.rglob(pattern))
    for file in files:
        try:
            check(file)
        except (ValueError, xml.ParseError) as error:
            told(file, f"cannot be read: {error}")
    if not any(file.parent == site for file in files):
        print(f"    there is no {pattern} to look at")
    counts.append(f"{len(files)} {pattern}")
print(f"    {', '.join(counts)}")
print("\n".join(faults), file=sys.stderr)
sys.exit(1 if faults else 0)
