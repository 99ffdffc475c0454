"""Which system do the tests of the scene look at, and how is it made into a picture?"""

from functools import cache
from typing import Any

import attrs

from dataflow_assess.assessing import assess, load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.picture import Picture
from dataflow_assess.drawing.scene import View, picture_of
from dataflow_assess.loading import Plugins, load_plugins

DESCRIPTION = """\
format: 1
system:
  title: Road reports
  controller: City
  department: Roads
  version: 第2版
  council: {name: Council, date: 2016-06-27, papers: [One, Two, Three]}
parties:
  City: {}
  Vendor: {name: Vendor Ltd.}
  Helper: {}
  Stranger: {}
contracts:
  - City -> Vendor: {kind: outsourcing}
  - Vendor -> Helper: {kind: subcontracting}
  - City -> Stranger: {kind: agreement}
zones:
  Hall: {kind: office, operator: City}
  Office LAN: {name: LAN of the office, kind: lan, in: Hall}
  Room: {kind: site, in: Hall}
  Centre: {kind: data-centre, operator: Vendor}
  Annex: {kind: site, operator: Helper}
  Shop: {kind: site, operator: Stranger}
  Field: {kind: site}
  Lone LAN: {kind: lan, operator: City}
  LGWAN: {kind: government-network, operator: Stranger}
nodes:
  Phone: {kind: terminal, in: Field, operator: to-confirm}
  Desk: {kind: terminal, in: Office LAN, maintainers: [Vendor, Helper]}
  Server: {name: Main server, kind: server, in: Centre}
  Store: {kind: database, in: Annex, keeps: nothing}
  Clerk: {kind: person, in: Room, party: City}
  Citizen: {kind: person}
  Stick: {kind: usb, in: Shop, operator: {withheld: for safety}}
  Gate: {kind: firewall, in: LGWAN}
  Old: {in: Lone LAN}
data:
  Report: {name: Road report}
  Photo: {}
  Unused: {}
flows:
  Reporting:
    data: [Report, Photo]
    hops:
      - Phone -> Server: {network: internet, encryption: {value: tls, evidence: p. 3}, evidence: [p. 3, p. 4]}
      - Server -> Store: {encryption: none, data: Photo}
      - Server -> Gate: {}
      - Gate -> Desk: {encryption: to-confirm, network: Office LAN, data: Report}
      - Desk -> Stick: {medium: usb, encryption: withheld, data: Report}
      - Stick -> Old: {medium: usb, encryption: {undecided: [aes, none]}, data: Report}
      - Desk -> Clerk: {medium: paper, data: Report}
      - Clerk -> Citizen: {medium: in-person, data: Report}
      - Old -> Server: {encryption: {value: stated, also: [{value: none}]}, data: Report}
    reply: Answer
  Batch: {data: Report, hops: [Server -> Store: {encryption: tls}]}
  Answer: {data: Report, hops: [Server -> Phone: {encryption: stated}]}
storage:
  - Server: {data: [Report, Photo], form: original, keep: 5年}
  - Server: {data: Photo, form: backup, delete: a year later}
  - Desk: {data: Report, keep: to-confirm}
  - Gate: {data: Photo}
"""


@cache
def plugins() -> Plugins:
    """Return what is installed."""
    return load_plugins()


def assessed(text: str = DESCRIPTION) -> Assessment:
    """Return the assessment of a description, with no rule applied."""
    return assess(load_bytes(text.encode(), "folder/roads.yaml", plugins()), plugins(), [])


def picture(assessment: Assessment, **view: Any) -> Picture:  # noqa: ANN401 - whatever the field holds
    """Return the picture of an assessment in English, seen as ``view`` says."""
    return picture_of(assessment, attrs.evolve(View("en"), **view))
