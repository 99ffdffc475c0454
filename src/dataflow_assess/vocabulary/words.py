"""Which words may the keys of a description take, and what do rules know about each?"""

from dataflow_assess.vocabulary.term import Term

# category: en | ja | properties | synonyms | English shown
_TABLE = """
[standing]
stated | 記載あり
to-confirm | 確認する | | 確認中 要確認
undecided | 未定 | | 未選定 選定中
withheld | 非公開
not-stated | 未記載 | | 記載なし

[flag]
yes | はい | | true 有 あり する 済 実施 要
no | いいえ | | false 無 なし しない 未 否 none 不要

[party-kind]
municipality | 市区町村 | public | 市 区 町 村 | municipality
public-body | 公的機関 | public
government | 国・都道府県 | public | 国 都道府県 警察
company | 会社 | | 事業者 法人 企業
individual | 個人 | individual | 住民 市民

[contract-kind]
outsourcing | 委託 | processing | 業務委託
subcontracting | 再委託 | processing
agreement | 協定 | | 協議
terms | 約款 | | 利用規約 規約
law | 法令
lending | 貸与 | | 無償貸与

[consent]
given | 許諾 | | 承諾 同意あり 許諾済
conditional | 条件付き | | 条件付き許諾
planned | 予定 | | 許諾予定
refused | 不許諾
none | なし | | 許諾なし

[clause]
confidentiality | 秘密保持 | required | 守秘
no-removal | 持出し禁止 | required | 事業所外持出し禁止
no-other-use | 目的外利用禁止 | required | 目的外使用禁止
subcontracting | 再委託の条件 | required | 再委託の制限
liability | 漏えい時の責任 | required | 委託先の責任 責任
return-or-destroy | 返却・廃棄 | required | 返還・廃棄
named-staff | 従業者の明確化 | required
supervision | 監督・教育 | required | 従業者の監督・教育
reporting | 状況の報告 | required | 遵守状況の報告 報告
inspection | 実地の監査 | required | 実地検査 監査
copying | 複写の制限 | | 複写複製の制限
incident-report | 事故の報告 | | 事故発生時の報告
compliance | 法令の遵守 | | 関係法令の遵守
care | 適切な管理
third-parties | 第三者提供の制限

[zone-kind]
office | 庁舎 | place | 庁内 事務所
site | 拠点 | place | 施設 店舗
data-centre | データセンター | place hosting | data-center dc
cloud | クラウド | place hosting
lan | 庁内LAN | segment | LANセグメント lan 構内LAN
dmz | 公開セグメント | segment
segment | セグメント | segment
wireless | 無線LAN | segment | wi-fi
internet | インターネット | network open
government-network | 行政専用網 | network closed | lgwan 総合行政ネットワーク
ip-vpn | IP-VPN | network closed | 閉域網 | IP-VPN
vpn | VPN | network
leased-line | 専用線 | network closed | 専用回線
mobile | 携帯電話網 | network | 携帯網 lte
telephone | 電話網 | network | 電話回線
vehicle | 車両 | place outdoors
street | 屋外 | place outdoors | 街頭 道路
home | 家庭 | place | 自宅
warehouse | 書庫 | place | 倉庫

[network]
internet | インターネット | open
government-network | LGWAN | closed | 行政専用網 総合行政ネットワーク
ip-vpn | IP-VPN | closed | 閉域網 | IP-VPN
vpn | VPN
leased-line | 専用線 | closed | 専用回線
lan | 構内LAN | local | 庁内lan LANセグメント
wireless | 無線LAN | local | wi-fi
mobile | 携帯電話網 | | 携帯網 lte
bluetooth | Bluetooth | local
telephone | 電話網 | | 電話回線

[tier]
my-number | マイナンバー利用事務系 | | 基幹系 個人番号利用事務系
lgwan | LGWAN接続系 | | 内部系
internet | インターネット接続系 | | 情報系

[node-kind]
terminal | 端末 | begins | PC パソコン タブレット スマートフォン スマホ
kiosk | キオスク端末 | begins self-service | マルチコピー機
camera | カメラ | begins watches | ドライブレコーダー
sensor | センサー | begins watches | タグ ビーコン
server | サーバ | opens-unknown | サーバー
database | DBサーバ | opens-unknown | データベース db
relay | 中継サーバ | opens | 転送サーバ
gateway | VPN装置 | opens | vpn装置
firewall | ファイアウォール | passes device | FW
router | ルータ | passes device | スイッチ
saas | SaaS | opens-unknown hosting | クラウドサービス asp
platform | 外部サービス | opens-unknown communication | SNS コミュニケーションサービス
mail-server | メールサーバ | opens
file-server | ファイルサーバ | opens-unknown | ファイル共有
paper | 紙 | paper medium | 帳票 書類
usb | USBメモリ | removable medium
sd-card | SDカード | removable medium
disc | DVD・CD | removable medium | dvd cd
tape | 磁気テープ | removable medium | テープ
person | 人 | person | 職員 利用者 住民

[medium]
in-person | 対面 | human | 口頭 手操作
paper | 紙 | paper carried | 紙出力 印刷
post | 郵送 | paper carried | 郵便
usb | USBメモリ | removable carried
sd-card | SDカード | removable carried
disc | DVD・CD | removable carried | dvd cd
tape | 磁気テープ | removable carried
e-mail | メール | mail | 電子メール email eメール
fax | ファクス | | fax
telephone | 電話 | human
screen | 画面 | human | 目視 閲覧
manual-entry | 手入力 | human | 入力

[protection]
none | 平文 | plaintext | なし 暗号化なし 暗号化しない plaintext しない
stated | 暗号化 | encrypted | する あり 暗号化あり 暗号化する encrypted yes
tls | TLS | encrypted | SSL SSL/TLS HTTPS SSL通信 TLS通信
ipsec | IPsec | encrypted
ssh | SSH | encrypted | SFTP
wpa | WPA | encrypted
smime | S/MIME | encrypted | s-mime
pgp | PGP | encrypted | OpenPGP
aes | AES | encrypted | AES-256 AES256 AES-128
disk | ディスク暗号化 | encrypted | BitLocker
password | パスワード | encrypted password | パスワード保護

[data-category]
my-number | 特定個人情報 | my-number | 個人番号 マイナンバー
special-care | 要配慮個人情報 | sensitive
family-register | 戸籍情報 | | 戸籍
resident-record | 住民記録 | | 住民票
tax | 税情報
child | 子どもの情報 | | 児童
health | 健康・福祉情報 | sensitive | 健康 福祉
image | 映像・画像 | image | 映像 画像 写真
voice | 音声 | voice
position | 位置情報
contact | 連絡先
credential | 認証情報 | | 暗証番号
access-link | 閲覧URL | access-link | URL
log | 操作記録 | | ログ
ordinary | その他の個人情報 | | 一般

[class]
class-3 | 機密性3
class-2 | 機密性2
class-1 | 機密性1

[flow-kind]
collection | 収集 | | 取得
use | 利用
provision | 提供 | provision | 外部提供
other-use | 目的外利用 | other-use
outsourcing | 委託
publication | 公開 | provision
training | 研修利用
maintenance | 保守

[exchange]
one-way | 一方向
two-way | 双方向

[trigger]
immediate | 即時 | | リアルタイム
batch | 一括 | | バッチ
manual | 手作業 | | 手動

[address-check]
human | 人による確認 | human | ダブルチェック 目視
system | システムによる制御 | system
both | 人とシステム | human system
none | なし

[form]
original | 正本 | | 原本
copy | 写し
derived | 派生 | | 加工物
temporary | 一時
cache | キャッシュ
log | ログ
backup | バックアップ
paper | 紙 | paper

[keeps]
nothing | なし | | 残らない 蓄積なし 保持しない 不保持
transient | 処理中のみ

[accounts]
individual | 個人単位 | | 個人
department | 部署共有 | shared | 部署 共有

[remote-wipe]
always | 可能 | | できる
online-only | オンライン時のみ | limited
none | 不可 | | なし できない

[masking]
full | 完全
partial | 部分 | | 一部
none | なし | | 無加工 しない

[regime]
ordinance | 条例 | | 旧条例
act | 法 | | 個人情報保護法

[status]
planned | 計画 | | 予定
trial | 試行 | | 実証実験
current | 現行 | | 運用中 稼働中

[council-kind]
consultation | 諮問
report | 報告

[language]
ja | 日本語
en | 英語

[measure-kind]
organisational | 組織的
human | 人的
physical | 物理的
technical | 技術的
external | 外的環境の把握 | | 外的環境

[check-method]
log | ログのみ | log-only | ログ
visit | 現地確認 | | 実地
interview | 聞き取り
report | 報告

[paper-kind]
text | 本文 | | 資料 説明資料
figure | 図 | figure
form | 様式
contract | 契約書 | | 特記仕様書
minutes | 議事録 | | 答弁
schedule | 予定表 | | スケジュール 今後の予定

[claim-topic]
encryption | 暗号化
retention | 保存期間
deletion | 消去 | | 残存
publication | 公開
location | 所在地
access | 閲覧
other | その他
"""


def _cell(cells: list[str], index: int) -> str:
    return cells[index].strip() if index < len(cells) else ""


def _read(table: str) -> tuple[Term, ...]:
    terms: list[Term] = []
    category = ""
    for line in filter(None, table.splitlines()):
        if line.startswith("["):
            category = line.strip("[]")
            continue
        cells = line.split("|")
        terms.append(
            Term(
                category,
                _cell(cells, 0),
                _cell(cells, 1),
                _cell(cells, 2).split(),
                _cell(cells, 3).split(),
                _cell(cells, 4),
            )
        )
    return tuple(terms)


TERMS: tuple[Term, ...] = _read(_TABLE)
