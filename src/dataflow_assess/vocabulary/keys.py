"""Which keys does the description format have, in both spellings, and what does each mean?"""

from dataflow_assess.vocabulary.term import Key

# en | ja | meaning in English | 意味
_TABLE = """
format | 書式 | Version of the description format; always 1. | 記述書式の版。常に 1。
system | 対象 | The system that the description is about. | この記述が扱うシステム。
parties | 当事者 | Everybody who runs, maintains, receives or is described by something. | 運用・保守・受領などに関わるすべての者。
contracts | 契約 | What binds one party to another; the arrow goes from the one who entrusts. | 当事者間の契約など。矢印は委ねる側から。
zones | 区域 | Places and network segments; they may be nested with "in". | 場所とネットワークの区画。「内」で入れ子にできる。
nodes | 機器 | Machines, people, media and paper that data passes or rests at. | データが通り、または留まる機器・人・媒体・紙。
data | 個人情報 | Items of personal data. In a flow or storage: which of them. | 個人情報の項目。流れや保存の中では、どの項目か。
flows | 流れ | How data travels, segment by segment. | データの流れ。区間の並びで書く。
storage | 保存 | What rests where, how long, and who deletes it. | どこに何が、いつまであり、誰が消すか。
measures | 安全管理措置 | Security control measures. | 安全管理措置。
questions | 質問 | Questions asked or to be expected, with their answers. | 出た質問・想定される質問と、その回答。
conditions | 附帯意見 | Conditions and opinions attached by the council. | 審議会が付した条件・附帯意見。
certifications | 認証 | Certificates: scheme, scope, and who holds them. | 認証の制度・範囲・保有者。
provisions | 提供 | Provision to others that the papers mention, drawn or not. | 資料に書かれた外部提供（図の有無を問わない）。
incidents | 事故 | Incidents that the papers report. | 報告された事故。
papers | 資料 | The papers handed in, and what each of them shows. | 提出資料と、そこに示されたもの。
claims | 総括的説明 | Statements about the system as a whole, without a segment or place. | 区間や場所を示さない、全体についての説明。
title | 件名 | Title of the case. | 案件の名称。
controller | 実施機関 | The party that answers for the data. | 個人情報に責任を負う当事者。
department | 担当課 | The section in charge. | 担当する課。
regime | 根拠制度 | Whether an ordinance (before 2023-04) or the Act applies. | 条例（令和5年3月まで）か、法か。
law | 根拠規定 | The provision relied on. | 根拠とする条項。
council | 審議会 | The council, and how the case is put to it. | 審議会と、付議のしかた。
status | 状況 | Planned, trial, or in operation. | 計画・試行・現行。
start | 開始 | When it starts or started. | 開始の時期。
end | 終了 | When it ends. | 終了の時期。
language | 言語 | Language of the papers made from this description. | この記述から作る資料の言語。
summary | 概要 | What the system does, in a sentence or two. | 概要。
name | 名称 | Name shown to people, where it differs from the identifier. | 表示する名称（識別名と違うとき）。
kind | 種別 | What sort of thing this is. | 種別。
date | 日付 | The date. | 日付。
result | 結果 | What the council decided. | 審議会の結論。
precedent | 準用した答申 | An earlier opinion that is applied by analogy. | 準用する過去の答申。
consult-by | 諮問すべき時期 | When the case should have been put to the council. | 本来諮問すべきであった時期。
blanket | 類型 | Whether the case asks for approval of a whole type of cases. | 類型としての包括的な諮問か。
exclusions | 除外条件 | What a blanket approval does not cover. | 類型から除くもの。
follow-up | 事後報告 | How single cases under a blanket approval are reported. | 類型による個別事案の事後報告。
aliases | 別名 | Other names that the papers use for this party. | 資料の中でこの者を指す別の呼び名。
country | 国 | The country in which it stands. | 所在する国。
location | 所在地 | Where it stands. | 所在地。
consent | 同意 | Consent: of the controller to subcontracting, or of the persons concerned. | 再委託の許諾、または本人等の同意。
clauses | 条項 | Clauses that the contract holds. | 契約にある条項。
ownership | 帰属 | Whose the data is, and whether the controller has access to it. | 情報の帰属と、実施機関が利用できるか。
exit | 契約終了時 | What happens to the data when the contract ends. | 契約終了時のデータの扱い。
version | 版 | Version or date of revision; of the case, the version of its papers as they write it. | 版・改定日。案件では、資料の版を書かれているとおりに。
in | 内 | The zone that it stands in. | 属する区域。
operator | 運用 | The party that runs it. | 運用する者。
tier | 層 | Tier of the three-tier network model. | 三層の対策での層。
closed | 閉域 | Whether it is a closed network. Closed is not encrypted. | 閉域か。閉域は暗号化ではない。
sites | 拠点数 | In how many places the data centre stands. | データセンターなどの拠点の数。
mirror | 予備 | The second site or mirror that takes over. | 予備の拠点・複製。
shared | 共同利用 | Whether other organisations use it as well. | 他の団体と共同で使うか。
separation | 分離 | How the organisations that share it are kept apart. | 共同利用する団体との分離の方法。
lock | 施錠 | Whether it is locked, and how. | 施錠・盗難防止。
party | 所属 | The party that a person belongs to. | 人の所属。
maintainers | 保守 | Who maintains it, and whether from afar. | 保守する者。遠隔か、記録があるか。
tenants | 利用団体 | The parties that share it. | 共同で使う団体。
keeps | 保持 | "nothing" where the papers say that no data stays there. | 資料が「残らない」とするとき「なし」。
opens | 復号 | Whether it takes what it receives out of encryption. | 受け取ったものを復号するか。
stays-in | 常置場所 | Where it stays when nobody attends to it. | 人が付かないとき置かれている場所。
accounts | 利用者ID | Whether user accounts are personal or shared. | 利用者IDが個人単位か共有か。
enrolment | 登録時確認 | How a user's identity is verified on enrolment. | 利用者登録のときの本人確認。
remote-wipe | 遠隔消去 | Whether it can be erased from afar. | 遠隔消去ができるか。
accuracy | 精度 | Accuracy of automatic processing. | 自動処理の精度。
human-check | 人の確認 | How people check what was processed automatically. | 自動処理の結果を人が確かめる方法。
register | 台帳 | Whether it is entered in a register. | 台帳・ファイル簿に載せているか。
product | 製品 | Product or service name. | 製品・サービスの名称。
bystanders | 見え得る人 | Those who may see it by the way. | たまたま目にし得る人。
count | 数 | How many. | 数。
subjects | 本人 | Whose data it is. | 誰の情報か。
categories | 区分 | Legal categories of the data. | 情報の法的な区分。
class | 機密性 | Confidentiality class. | 機密性の分類。
from | 起点 | What it derives from, or what a period counts from, or whose opinion it is. | 元になるもの・起算点・出所。
items | 項目 | Single items contained. | 含まれる項目。
open-ended | その他を含む | Whether the list ends in "and others". | 「その他」で終わる列挙か。
purpose | 利用目的 | Purpose of use. | 利用目的。
basis | 根拠 | The provision or reason that it rests on. | 根拠となる条項・理由。
notice | 明示 | How the purpose is made known to the persons concerned. | 利用目的の明示・周知。
optional | 任意項目 | Items that persons may leave out. | 任意の項目。
optional-use | 任意項目の使途 | What the optional items are needed for. | 任意項目を何に使うか。
masking | 加工 | Whether it is masked or made anonymous. | 加工・マスキングの有無。
restorable | 復元可否 | Whether masking can be undone. | 加工を元に戻せるか。
people | 人数 | How many persons are concerned. | 本人の数。
personal | 個人情報か | "no" where the item is not personal data. | 個人情報でないとき「いいえ」。
hops | 区間 | The segments in order; "A -> B" or 「A → B」. | 区間を順に。「A → B」と書く。
reply | 応答 | The flow that answers this one. | これに応える流れ。
exchange | 向き | One-way or two-way, as the papers say. | 資料の説明で、一方向か双方向か。
trigger | 契機 | What sets it going. | いつ・何をきっかけに動くか。
every | 間隔 | At what interval. | 間隔・頻度。
sealed | 封緘 | From where to where the payload itself stays encrypted. | 中身そのものを暗号化したまま運ぶ範囲。
address-check | 宛先確認 | How a wrong recipient is prevented. | 誤送信・誤送付を防ぐ方法。
freshness | 反映日表示 | Whether people are told how old the data is. | いつ時点の情報かを示すか。
encryption | 暗号化 | Protection of the channel on this segment. | この区間の通信の暗号化。
network | 回線 | The zone or kind of network that is crossed. | 通る回線。区域の識別名か回線の種別。
medium | 媒体 | What carries it, where that is no network. | 回線でないときの運び方。
method | 方式 | By what method. | 方式・方法。
control | 接続制御 | How access is controlled. | 接続・操作の制限。
record | 操作記録 | How operations are recorded. | 操作の記録。
necessity | 必要性 | Why it is needed. | 必要な理由。
sanitised | 無害化 | Whether content is sanitised on the way. | 無害化するか。
node | 所在 | The node at which it rests. | 保存されている機器・媒体。
form | 形 | Original, copy, temporary, log, backup, paper. | 正本・写し・一時・ログ・バックアップ・紙の別。
keep | 保存期間 | How long it is kept. | 保存期間。
delete | 消去 | Who deletes it, when, how, and how that is verified. | 誰が・いつ・どう消し、どう確かめるか。
at-rest | 保存時の暗号化 | Protection while it rests. | 保存中の暗号化。
keys | 鍵管理 | Who holds the keys. | 鍵の管理。
minimum | 最短 | The shortest time for which it is kept. | 最短の保存期間。
needed | 必要期間 | For how long the purpose needs it. | 目的のために必要な期間。
extension | 延長 | How long it may be kept beyond, when asked for. | 照会などのときの延長の限度。
by | 担当 | Who does it or is to answer. | 行う者・答える者。
when | 時期 | When. | 時期。
how | 方法 | How. | どのように。
verify | 確認方法 | How it is verified, and by whom. | 実施の確かめ方。
text | 内容 | The text. | 内容。
about | 対象物 | The elements that it concerns. | 関係する要素の識別名。
ask | 問い | The question. | 質問の文。
answer | 回答 | The answer. | 回答。
done | 完了 | Whether it is done. | 済んだか。
holder | 保有者 | Who holds the certificate. | 認証を持つ者。
scope | 範囲 | Which service or part is covered. | 対象となるサービス・範囲。
to | 提供先 | To whom. | 提供先。
procedure | 手続 | By what procedure. | 手続。
remote | 遠隔 | Whether from afar. | 遠隔か。
history | 改訂履歴 | History of revisions. | 改訂の履歴。
missing | 無い項目 | What a paper should hold and does not. | 資料に無い項目。
cause | 原因 | Cause. | 原因。
remedy | 再発防止 | What is done so that it does not happen again. | 再発防止の措置。
asked-by | 質問者 | Who asked; a question without it is one to be expected. | 質問した人。無ければ想定される質問。
arrows | 図の矢印 | The arrows that a figure shows. | 図に描かれた矢印。
shows | 図の要素 | The elements that a paper or figure shows. | 資料・図に載っている要素。
mentions | 本文の要素 | What a paper's text speaks of. | 資料の本文が触れるもの。
value | 値 | The statement itself, where evidence or a note hangs on it. | 値そのもの（根拠などを添えるとき）。
to-confirm | 確認する | What is still to be confirmed. | 「確認する」とされた事柄。
due | 期限 | By when. | 期限。
undecided | 未定 | The alternatives between which nothing is decided. | 決まっていない選択肢。
choice | 選択 | Name of a choice that several statements share. | 複数の記載に共通する選択の名前。
withheld | 非公開 | Why it is not disclosed. | 明かさない理由。
not-stated | 未記載 | Says in words that the papers are silent. | 資料に記載がないことを明記する。
also | 別の記載 | What the papers say elsewhere, differently. | 資料の別の箇所にある、食い違う記載。
corrects | 訂正前 | What was said before and corrected. | 訂正される前の説明。
waive | 受容 | Findings about this element that are accepted for now: by rule, with the reason. | この要素についての指摘を当面受容する。規則ごとに理由を書く。
reason | 理由 | Why it is accepted. | 受容する理由。
until | 有効期限 | The last day on which it is accepted. | 受容する最後の日。
approved-by | 承認者 | Who approved it; needed where the rule is mandatory. | 承認した者。必須とされた規則では必ず書く。
waivers | 受容一覧 | A file's list of waivers. | 受容の一覧（別ファイルに書くとき）。
rule | 規則 | Identifier of a rule. | 規則の識別名。
element | 要素 | The elements meant: identifiers, or arrows for segments and contracts. | 対象の要素。識別名、又は区間・契約の矢印。
description | 記述 | The description meant, as a path relative to the file. | 対象の記述。このファイルから見た場所。
evidence | 根拠資料 | Where it is written or who said it. | 記載箇所・発言者。
note | 備考 | A remark. | 備考。
"""


def _read(table: str) -> tuple[Key, ...]:
    rows = (line.split(" | ") for line in table.strip().splitlines())
    return tuple(Key(en, ja, meaning_en, meaning_ja) for en, ja, meaning_en, meaning_ja in rows)


KEYS: tuple[Key, ...] = _read(_TABLE)
