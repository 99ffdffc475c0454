"""委託先と再委託: by which contracts do others have data, who passes it on, and to whom is it provided?"""

from collections.abc import Iterator

from dataflow_assess.facts import Custody
from dataflow_assess.messages import message
from dataflow_assess.model import Certification, Contract, Party, Provision
from dataflow_assess.reports.attachment.contents import Block, Line, Ref, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.telling import silence


def entrusting(making: Making) -> tuple[Block, ...]:
    """Return the tables of contracts, of those who have data, of certificates and of provisions."""
    return (_contracts(making), _holders(making), _certificates(making), _provisions(making))


def _contracts(making: Making) -> Block:
    columns = (
        making.column("contract", message("Contract"), 20),
        making.column("kind", message("Kind, consent"), 17),
        making.column("extent", message("Data, term"), 17),
        making.column("clauses", message("Clauses"), 22),
        making.column("exit", message("At its end, ownership"), 15),
        making.column("findings", message("Finding"), 9),
    )
    rows = [_contract(making, contract) for contract in making.system.contracts]
    return making.table("contracts", columns, rows, message("Contracts"))


def _contract(making: Making, contract: Contract) -> Row:
    refs = (Ref("contract", contract.id), Ref("party", contract.source), Ref("party", contract.target))
    ends = (making.party(contract.source).text, making.party(contract.target).text)
    name = [making.line(message("{source} → {target}", source=ends[0], target=ends[1]), contract.evidence, refs)]
    if contract.name:
        name.append(making.line(contract.name))
    cells = (
        making.cell(name),
        making.cell(kind_of(making, contract)),
        making.cell(
            [making.items(contract.data)] if contract.data else [silence(making.lang, message("data not delimited"))],
            making.lines(contract.start, message("start"), silent=False),
            making.lines(contract.end, message("end"), silent=False),
        ),
        making.cell(_clauses(making, contract)),
        making.cell(making.lines(contract.exit), making.lines(contract.ownership, message("ownership"), silent=False)),
        making.letters(refs[0]),
    )
    return Row(cells, refs)


def kind_of(making: Making, contract: Contract) -> Iterator[Line]:
    """Yield the kind of a contract, and the consent that subcontracting needs."""
    yield from making.lines(contract.kind)
    direct = making.system.overview.controller in (contract.source, contract.target)
    yield from making.lines(contract.consent, message("consent of the controller"), silent=not direct)
    if contract.law:
        yield making.line(contract.law)


def _clauses(making: Making, contract: Contract) -> Iterator[Line]:
    yield from making.lines(contract.clauses)
    links = {link.contract.id: link for custody in making.assessment.facts.custody.values() for link in custody.chain}
    missing = links[contract.id].missing_clauses if contract.id in links else None
    if missing:
        yield silence(making.lang, message("not listed: {clauses}", clauses=missing))


def _holders(making: Making) -> Block:
    columns = (
        making.column("party", message("Who has or sees data"), 20),
        making.column("data", message("Data"), 25),
        making.column("chain", message("Contracts from the controller"), 31),
        making.column("certificates", message("Certificates"), 15),
        making.column("findings", message("Finding"), 9),
    )
    held = making.assessment.facts.custody
    rows = [_holder(making, held[party.id], party) for party in making.system.parties if party.id in held]
    return making.table("holders", columns, rows, message("Who has data, by which contracts"))


def _holder(making: Making, custody: Custody, party: Party) -> Row:
    name, data = making.party(custody.party), making.items(custody.data)
    aka = [making.line(message("also called {names}", names=party.aliases))] if party.aliases else []
    own = tuple(certificate.scheme for certificate in custody.certifications)
    elsewhere = tuple(certificate.scheme for certificate in custody.certified_elsewhere)
    certificates = [making.line(own)] if own else []
    if elsewhere:
        certificates.append(making.line(message("held by another: {schemes}", schemes=elsewhere)))
    cells = (
        making.cell(
            name, making.lines(party.name) if not party.name.is_stated and not party.name.is_silent else (), aka
        ),
        making.cell(data),
        making.cell(_chain(making, custody)),
        making.cell(certificates),
        making.letters(*name.refs),
    )
    return Row(cells, (*name.refs, *data.refs))


def _chain(making: Making, custody: Custody) -> Line:
    if custody.chain:
        ends = (custody.chain[0].contract.source, *(link.contract.target for link in custody.chain))
        refs = tuple(Ref("contract", link.contract.id) for link in custody.chain)
        return making.line(" → ".join(making.party(end).text for end in ends), refs=refs)
    if custody.handed_by:
        givers = making.named(custody.handed_by)
        return silence(making.lang, message("no contract is named; data comes from {givers}", givers=givers.text))
    return silence(making.lang, message("no contract is named"))


def _certificates(making: Making) -> Block:
    columns = (
        making.column("scheme", message("Certificate"), 25),
        making.column("holder", message("Holder"), 25),
        making.column("scope", message("Scope"), 35),
        making.column("end", message("Valid until"), 15),
    )
    rows = [_certificate(making, each) for each in making.system.certifications]
    return making.table("certificates", columns, rows, message("Certificates"))


def _certificate(making: Making, certificate: Certification) -> Row:
    holder = certificate.holder.value
    refs = (Ref("party", holder),) if holder else ()
    cells = (
        making.cell(making.line(certificate.scheme, certificate.evidence)),
        making.cell(making.lines(certificate.holder, show=lambda party: making.party(party).text, refs=refs)),
        making.cell(making.lines(certificate.scope)),
        making.cell(making.lines(certificate.end)),
    )
    return Row(cells, refs)


def _provisions(making: Making) -> Block:
    columns = (
        making.column("party", message("To whom"), 18),
        making.column("data", message("Data"), 20),
        making.column("basis", message("Basis"), 20),
        making.column("purpose", message("Purpose"), 21),
        making.column("procedure", message("Procedure, consent, masking"), 21),
    )
    rows = [_provision(making, each) for each in making.system.provisions]
    return making.table("provisions", columns, rows, message("Provision to others"))


def _provision(making: Making, provision: Provision) -> Row:
    party, data = making.party(provision.target), making.items(provision.data)
    cells = (
        making.cell(party),
        making.cell(data),
        making.cell(making.lines(provision.basis)),
        making.cell(making.lines(provision.purpose)),
        making.cell(
            making.lines(provision.procedure),
            making.lines(provision.consent, message("consent"), silent=False),
            making.lines(provision.masking, message("masking"), silent=False),
        ),
    )
    return Row(cells, (*party.refs, *data.refs))
