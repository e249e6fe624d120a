INSERT INTO office_head (office_id, seq, hash, last_at, turned_at, day, day_seq, setup_seq) VALUES ('office', 30, '486623a865691dca3c7dd4ea622994c949b8b428b95c85bccb9832fafc7f8faf', 1795136700000, 1795136700000, '2026-11-20', 2, 1);
INSERT INTO office_setup (office_id, setup_seq, document) VALUES ('office', 1, '[office]
id = "office"
name = { zh = "測試所", en = "Test office" }
love_series = "LOVE"
time_zone = "Asia/Taipei"
[hours]
[rules]
reserve = "off"
[[series]]
code = "A"
prefix = "A"
first = 1
last = 999
digits = 3
[[series]]
code = "B"
prefix = "B"
first = 1
last = 999
digits = 3
[[series]]
code = "C"
prefix = "C"
first = 1
last = 999
digits = 3
[[series]]
code = "D"
prefix = "D"
first = 1
last = 999
digits = 3
[[series]]
code = "E"
prefix = "E"
first = 1
last = 999
digits = 3
[[series]]
code = "F"
prefix = "F"
first = 1
last = 999
digits = 3
[[series]]
code = "LOVE"
prefix = ""
first = 901
last = 999
digits = 3
[[services]]
code = "TRANS"
name = { zh = "TRANS", en = "TRANS" }
series = "A"
mean_minutes = 5
[[services]]
code = "REG"
name = { zh = "REG", en = "REG" }
series = "B"
mean_minutes = 5
[[services]]
code = "IDCARD"
name = { zh = "IDCARD", en = "IDCARD" }
series = "C"
mean_minutes = 5
[[services]]
code = "SEAL"
name = { zh = "SEAL", en = "SEAL" }
series = "D"
mean_minutes = 5
[[services]]
code = "CERT"
name = { zh = "CERT", en = "CERT" }
series = "E"
mean_minutes = 5
[[services]]
code = "ASK"
name = { zh = "ASK", en = "ASK" }
series = "F"
mean_minutes = 5
[[counters]]
id = "1"
kind = "quick"
services = ["TRANS", "SEAL", "ASK"]
[[counters]]
id = "2"
kind = "quick"
services = ["TRANS", "SEAL", "ASK"]
accessible = false
[[counters]]
id = "3"
kind = "general"
services = ["TRANS", "REG", "IDCARD", "SEAL", "ASK"]
[[counters]]
id = "7"
kind = "general"
services = "all"
[[counters]]
id = "8"
kind = "general"
services = "all"
[[counters]]
id = "9"
kind = "general"
services = "all"
accessible = false
[[counters]]
id = "10"
kind = "love"
services = "all"
[[staff]]
login = "c01"
name = "同仁 c01"
roles = ["clerk"]
[[staff]]
login = "c02"
name = "同仁 c02"
roles = ["clerk"]
[[staff]]
login = "c03"
name = "同仁 c03"
roles = ["clerk"]
[[staff]]
login = "c07"
name = "同仁 c07"
roles = ["clerk"]
[[staff]]
login = "c08"
name = "同仁 c08"
roles = ["clerk"]
[[staff]]
login = "c09"
name = "同仁 c09"
roles = ["clerk"]
[[staff]]
login = "c10"
name = "同仁 c10"
roles = ["clerk"]
[[staff]]
login = "limited"
name = "同仁 limited"
roles = ["clerk"]
counters = ["1"]
[[staff]]
login = "greeter"
name = "同仁 greeter"
roles = ["greeter"]
[[staff]]
login = "supervisor"
name = "同仁 supervisor"
roles = ["supervisor", "clerk"]
[[staff]]
login = "installer"
name = "同仁 installer"
roles = ["installer"]');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 1, 1795136400000, 'OfficeSetUp', NULL, NULL, NULL, '{"counters":7,"services":6}', '01a20152bcc0-c9c5204c3e894b5c2ab8', 'set_up_office', '{}', '86522d2b08a7ccea8ace7355cbd1a9ed6cf2eaded05b8b914fab09ba39d4661b');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 2, 1795136400000, 'DayOpened', NULL, NULL, NULL, '{"day":"2026-11-20"}', 'pin-1', 'set_pin', '{}', '3aade564bbab89c08e85da20f67ede5437676ec39edf3c8b27ccf8fc5c2b78f9');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 3, 1795136400000, 'PinSet', NULL, NULL, 'c08', '{"removed":false}', NULL, NULL, NULL, '3e1592a45053dd6d454e37614b41549efb1a002136d04d634702f1c30887484c');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 4, 1795136400000, 'SignedIn', NULL, '3', 'c03', '{"deputy":null}', '01a20152bd80-63e9849d0d711b6fdd02', 'sign_in', '{"minutes":0,"refusal":null}', 'c556b0c9e912a28552c02d1ea6a929a4e564f530d4c214b290af0b8250d88aea');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 5, 1795136400000, 'CounterOpened', NULL, '3', 'c03', '{}', NULL, NULL, NULL, '27fd947a83cca0636a3aefd6ec5517b927bd0d1b6d2de2cf6db2f5ce2102a134');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 6, 1795136400000, 'SignedIn', NULL, '7', 'c07', '{"deputy":null}', '01a20152bd81-46c8dac5b676a957bd25', 'sign_in', '{"minutes":0,"refusal":null}', '31f1a013c0d52c3ee3349b95ee5f56f66c47dc8f6a59a3b8b6485c1e63a2f7f4');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 7, 1795136400000, 'CounterOpened', NULL, '7', 'c07', '{}', NULL, NULL, NULL, '25d65f631dd892badc44c64535fa1f3b13c5cafd300df72f6654c5c083254a9f');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 8, 1795136400000, 'SignedIn', NULL, '8', 'c08', '{"deputy":null}', '01a20152bd82-1cf1cd664999075986c9', 'sign_in', '{"minutes":0,"refusal":null}', '6c49621a2e6b11885484b1f0543b85f8a37b4f7e6eb4c9f537bb5b4d075a18e5');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 9, 1795136400000, 'CounterOpened', NULL, '8', 'c08', '{}', NULL, NULL, NULL, 'a120d65725ca73f40bce12a4656280f844a7733bc7f063f144908b3373bac931');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 10, 1795136400000, 'SignedIn', NULL, '9', 'c09', '{"deputy":null}', '01a20152be20-abf42046c801de05662e', 'sign_in', '{"minutes":0,"refusal":null}', '621db88a036a15a8c4e36471482a7546eb87ab3bdebd16786da88d22d6eaf334');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 11, 1795136400000, 'CounterOpened', NULL, '9', 'c09', '{}', NULL, NULL, NULL, 'f245c9f89b8d4df1b6828cf63c2b55714647a4d88f0a124b85e5816104e5edcf');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 12, 1795136400000, 'TicketTaken', 12, NULL, NULL, '{"label":"A001","origin":"kiosk","printer":"kiosk-1","priority":"ordinary","service":"TRANS"}', '01a20152be21-46be77e6d90cc9ba9406', 'take_ticket', '{"ahead":0,"job":12,"ticket":12}', '5a3f4519edf7d5cf6995088728b7eedd918a802d92ce58772cc4d94864d124c2');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 13, 1795136400000, 'TicketCalled', 12, '3', 'c03', '{"label":"A001","love":false,"n":1,"why":"longest_wait"}', '01a20152be26-ad3f4500f0545523bb60', 'call_next', '{"ticket":12,"why":"longest_wait"}', '700cca469b61e27867e902ddeb3f6f0e914904dfdb14ae2cb5fe9a1cedb22a38');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 14, 1795136400000, 'ServingBegun', 12, '3', 'c03', '{"label":"A001","service":"TRANS"}', '01a20152be2a-dcd02e6fead4a73d0216', 'begin', '{"ticket":12}', '1a5c3b8e12d8219c8049475997ca35af5859e944a0db31efcfa61fbabc9433ef');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 15, 1795136640000, 'TicketFinished', 12, '3', 'c03', '{"label":"A001","outcome":"done"}', '01a20152be2e-8ce25f4580b387ecae97', 'finish', '{"ticket":12}', 'f9eaa67eef96725e8ce10de1ad0a101bf9e30a93044e7adacd3c2d21d394c3b0');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 16, 1795136640000, 'TicketTaken', 16, NULL, NULL, '{"label":"A002","origin":"kiosk","priority":"ordinary","service":"TRANS"}', '01a20152be30-3c6bae26d5c8c819168e', 'take_ticket', '{"ahead":0,"job":null,"ticket":16}', 'af972701e100a1b0b3d93905dd70aa4c41b1eb9cc9f2ef12484056ac0c16dcf8');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 17, 1795136640000, 'TicketCalled', 16, '3', 'c03', '{"label":"A002","love":false,"n":1,"why":"longest_wait"}', '01a20152be31-a1976da13da98a9068dc', 'call_next', '{"ticket":16,"why":"longest_wait"}', 'bb5dd8bd39603487a35e34ee18ae5d10d7efa83a43a5538019fc6e46cbe27d02');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 18, 1795136640000, 'TicketTaken', 18, NULL, NULL, '{"label":"901","origin":"kiosk","priority":"love","service":null}', '01a20152be31-cedec574a1a6d5b768c5', 'take_ticket', '{"ahead":0,"job":null,"ticket":18}', '3a851609848346d892c8959415e216ece53035bb6e581389230584fe4c077624');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 19, 1795136640000, 'TicketCalled', 18, '7', 'c07', '{"label":"901","love":true,"n":1,"why":"love_first"}', '01a20152be33-38e72328859c040c0f3d', 'call_next', '{"ticket":18,"why":"love_first"}', 'f77f6bce5e7b60126923a1610a69d6d1fdbabfaf27327bf0a25a64585405f8ea');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 20, 1795136640000, 'ServingBegun', 18, '7', 'c07', '{"label":"901","service":"SEAL"}', '01a20152be34-0223f0c5687c02e69149', 'begin', '{"ticket":18}', '59a03cea8d6747d3919e04201c49a39627679bd7d482222460f7e9426779fb08');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 21, 1795136640000, 'TicketTaken', 21, NULL, NULL, '{"label":"B001","origin":"kiosk","priority":"ordinary","service":"REG"}', '01a20152be35-5b3896d257960740f729', 'take_ticket', '{"ahead":0,"job":null,"ticket":21}', '9bf5ff12350a52523505ed4c1034bdc9275adf88fedd9c9711746b32643afdd4');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 22, 1795136640000, 'TicketCalled', 21, '8', 'c08', '{"label":"B001","love":false,"n":1,"why":"longest_wait"}', '01a20152be36-5313502f394f3d186c7c', 'call_next', '{"ticket":21,"why":"longest_wait"}', '9c4ce255bc51495e4da42fc785aea38b471155f078b4b6b704af164a73dd953a');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 23, 1795136640000, 'ServingBegun', 21, '8', 'c08', '{"label":"B001","service":"REG"}', '01a20152be37-6ad1f46cb9a54e0a1ce3', 'begin', '{"ticket":21}', '26818126f556d1dcfe825e417b3407ebcdb99e747639028d286a2069f467a64f');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 24, 1795136640000, 'TicketParked', 21, '8', 'c08', '{"label":"B001","until":1795137840000}', '01a20152be38-a272a1d2f3c22f4ad390', 'park', '{"ticket":21}', '7a46c3602594d8f9b23eae06e1ac658a2f9edb4ebfa76bb49999b7188390e86f');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 25, 1795136640000, 'TicketTaken', 25, NULL, NULL, '{"label":"A003","origin":"kiosk","priority":"ordinary","service":"TRANS"}', '01a20152be39-8f8a15d46ed81bce1806', 'take_ticket', '{"ahead":0,"job":null,"ticket":25}', '5017b37eaccac7a5ac8fda3a52cf401da8fe7ff4000d41069250f0b407588cda');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 26, 1795136640000, 'TicketCalled', 25, '9', 'c09', '{"label":"A003","love":false,"n":1,"why":"longest_wait"}', '01a20152be3a-5bccbc9743251eaf2e0d', 'call_next', '{"ticket":25,"why":"longest_wait"}', 'd02fab24b0282261b19dde5a21b2d3e9440e482ae9e25bcc06537f524e2c709c');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 27, 1795136640000, 'NoShowMarked', 25, '9', 'c09', '{"label":"A003"}', '01a20152be3b-036a12fa84a88a697f03', 'no_show', '{"ticket":25}', '0c69347e41d84a74eeecdd05d5bfb5a49f80c7a4488f74fd4a05bb4e49d6b7fb');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 28, 1795136640000, 'HelpAsked', NULL, NULL, NULL, '{"place":"kiosk-1"}', 'help-1', 'ask_for_help', '{"help":28}', '3e1d8cbec735f1c7f03fbbdb936bee29c06bfff2682c4db6ec5b7cf0b1cf7fe1');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 29, 1795136640000, 'CounterPaused', NULL, '9', 'c09', '{"reason":"午休","until":1795138440000}', '01a20152be3d-e11f0563ce5b1e4d56ab', 'pause', '{}', '26338ee0b1b496afdf8ddf7ba67c724eabea22d4233f3074afc6e1770a472fb6');
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash) VALUES ('office', 30, 1795136640000, 'TicketTaken', 30, NULL, NULL, '{"label":"A004","origin":"kiosk","priority":"appointment","service":"TRANS"}', '01a20152be3e-78b8d79c676aa4f057f0', 'take_ticket', '{"ahead":0,"job":null,"ticket":30}', '486623a865691dca3c7dd4ea622994c949b8b428b95c85bccb9832fafc7f8faf');
INSERT INTO desk (office_id, counter, state, since, staff, deputy, pause_reason, pause_until, changed_seq) VALUES ('office', '1', 'CLOSED', 1795136400000, NULL, NULL, NULL, NULL, 1);
INSERT INTO desk (office_id, counter, state, since, staff, deputy, pause_reason, pause_until, changed_seq) VALUES ('office', '10', 'CLOSED', 1795136400000, NULL, NULL, NULL, NULL, 1);
INSERT INTO desk (office_id, counter, state, since, staff, deputy, pause_reason, pause_until, changed_seq) VALUES ('office', '2', 'CLOSED', 1795136400000, NULL, NULL, NULL, NULL, 1);
INSERT INTO desk (office_id, counter, state, since, staff, deputy, pause_reason, pause_until, changed_seq) VALUES ('office', '3', 'OPEN', 1795136640000, 'c03', NULL, NULL, NULL, 17);
INSERT INTO desk (office_id, counter, state, since, staff, deputy, pause_reason, pause_until, changed_seq) VALUES ('office', '7', 'OPEN', 1795136640000, 'c07', NULL, NULL, NULL, 19);
INSERT INTO desk (office_id, counter, state, since, staff, deputy, pause_reason, pause_until, changed_seq) VALUES ('office', '8', 'OPEN', 1795136640000, 'c08', NULL, NULL, NULL, 22);
INSERT INTO desk (office_id, counter, state, since, staff, deputy, pause_reason, pause_until, changed_seq) VALUES ('office', '9', 'PAUSED', 1795136640000, 'c09', NULL, '午休', 1795138440000, 29);
INSERT INTO pin (office_id, staff, pin_hash, failures, locked_until) VALUES ('office', 'c08', '$argon2id$v=19$m=65536,t=3,p=4$YIS5AX+oeXwpb8NRHaz8vw$aeyGsGt4/suT/e37l2oh9MfqIxEksscfEYV/XkReLLA', 0, NULL);
INSERT INTO number_counter (office_id, day, series, last_number, lap) VALUES ('office', '2026-11-20', 'A', 4, 0);
INSERT INTO number_counter (office_id, day, series, last_number, lap) VALUES ('office', '2026-11-20', 'B', 1, 0);
INSERT INTO number_counter (office_id, day, series, last_number, lap) VALUES ('office', '2026-11-20', 'LOVE', 901, 0);
INSERT INTO ticket (office_id, id, day, series, number, lap, label, service, priority, state, origin, language, issued_at, key_at, love_reason, needs, slot, counter, for_counter, called_at, last_called_at, calls, begun_at, ended_at, errands, due_at, park_reason, note, prechecked, inaccurate, changed_seq) VALUES ('office', 12, '2026-11-20', 'A', 1, 0, 'A001', 'TRANS', 'ordinary', 'DONE', 'kiosk', 'zh-TW', 1795136400000, 1795136400000, NULL, '', NULL, '3', NULL, 1795136400000, 1795136400000, 1, 1795136400000, 1795136640000, 1, NULL, NULL, NULL, 0, 0, 15);
INSERT INTO ticket (office_id, id, day, series, number, lap, label, service, priority, state, origin, language, issued_at, key_at, love_reason, needs, slot, counter, for_counter, called_at, last_called_at, calls, begun_at, ended_at, errands, due_at, park_reason, note, prechecked, inaccurate, changed_seq) VALUES ('office', 16, '2026-11-20', 'A', 2, 0, 'A002', 'TRANS', 'ordinary', 'CALLED', 'kiosk', 'en', 1795136640000, 1795136640000, NULL, '', NULL, '3', NULL, 1795136640000, 1795136640000, 1, NULL, NULL, 0, NULL, NULL, NULL, 0, 0, 17);
INSERT INTO ticket (office_id, id, day, series, number, lap, label, service, priority, state, origin, language, issued_at, key_at, love_reason, needs, slot, counter, for_counter, called_at, last_called_at, calls, begun_at, ended_at, errands, due_at, park_reason, note, prechecked, inaccurate, changed_seq) VALUES ('office', 18, '2026-11-20', 'LOVE', 901, 0, '901', 'SEAL', 'love', 'SERVING', 'kiosk', 'zh-TW', 1795136640000, 1795129440000, 'elderly', 'wheelchair', NULL, '7', NULL, 1795136640000, 1795136640000, 1, 1795136640000, NULL, 1, NULL, NULL, NULL, 0, 0, 20);
INSERT INTO ticket (office_id, id, day, series, number, lap, label, service, priority, state, origin, language, issued_at, key_at, love_reason, needs, slot, counter, for_counter, called_at, last_called_at, calls, begun_at, ended_at, errands, due_at, park_reason, note, prechecked, inaccurate, changed_seq) VALUES ('office', 21, '2026-11-20', 'B', 1, 0, 'B001', 'REG', 'ordinary', 'PARKED', 'kiosk', 'zh-TW', 1795136640000, 1795136640000, NULL, '', NULL, '8', NULL, 1795136640000, 1795136640000, 1, NULL, NULL, 1, 1795137840000, '拍照', NULL, 0, 0, 24);
INSERT INTO ticket (office_id, id, day, series, number, lap, label, service, priority, state, origin, language, issued_at, key_at, love_reason, needs, slot, counter, for_counter, called_at, last_called_at, calls, begun_at, ended_at, errands, due_at, park_reason, note, prechecked, inaccurate, changed_seq) VALUES ('office', 25, '2026-11-20', 'A', 3, 0, 'A003', 'TRANS', 'ordinary', 'NO_SHOW', 'kiosk', 'zh-TW', 1795136640000, 1795136640000, NULL, '', NULL, '9', NULL, 1795136640000, 1795136640000, 1, NULL, NULL, 0, 1795138440000, NULL, NULL, 0, 0, 27);
INSERT INTO ticket (office_id, id, day, series, number, lap, label, service, priority, state, origin, language, issued_at, key_at, love_reason, needs, slot, counter, for_counter, called_at, last_called_at, calls, begun_at, ended_at, errands, due_at, park_reason, note, prechecked, inaccurate, changed_seq) VALUES ('office', 30, '2026-11-20', 'A', 4, 0, 'A004', 'TRANS', 'appointment', 'WAITING', 'kiosk', 'zh-TW', 1795136640000, 1795137540000, NULL, '', 1795139340000, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, 0, 0, 30);
INSERT INTO errand (office_id, ticket, n, service, counter, begun_at, finished_at, outcome) VALUES ('office', 12, 1, 'TRANS', '3', 1795136400000, 1795136640000, 'done');
INSERT INTO errand (office_id, ticket, n, service, counter, begun_at, finished_at, outcome) VALUES ('office', 18, 1, 'SEAL', '7', 1795136640000, NULL, NULL);
INSERT INTO errand (office_id, ticket, n, service, counter, begun_at, finished_at, outcome) VALUES ('office', 21, 1, 'REG', '8', 1795136640000, 1795136640000, 'parked');
INSERT INTO undo (office_id, counter, seq, at, staff, verb, images) VALUES ('office', '3', 17, 1795136640000, 'c03', 'call_next', '{"desk":["3","OPEN",1795136400000,"c03",null,null,null,13],"new":[],"tickets":[[16,"2026-11-20","A",2,0,"A002","TRANS","ordinary","WAITING","kiosk","en",1795136640000,1795136640000,null,"",null,null,null,null,null,0,null,null,0,null,null,null,0,0,16]]}');
INSERT INTO undo (office_id, counter, seq, at, staff, verb, images) VALUES ('office', '7', 20, 1795136640000, 'c07', 'begin', '{"desk":null,"new":[],"tickets":[[18,"2026-11-20","LOVE",901,0,"901",null,"love","CALLED","kiosk","zh-TW",1795136640000,1795129440000,"elderly","wheelchair",null,"7",null,1795136640000,1795136640000,1,null,null,0,null,null,null,0,0,19]]}');
INSERT INTO undo (office_id, counter, seq, at, staff, verb, images) VALUES ('office', '8', 24, 1795136640000, 'c08', 'park', '{"desk":null,"new":[],"tickets":[[21,"2026-11-20","B",1,0,"B001","REG","ordinary","SERVING","kiosk","zh-TW",1795136640000,1795136640000,null,"",null,"8",null,1795136640000,1795136640000,1,1795136640000,null,1,null,null,null,0,0,23]]}');
INSERT INTO undo (office_id, counter, seq, at, staff, verb, images) VALUES ('office', '9', 29, 1795136640000, 'c09', 'pause', '{"desk":["9","OPEN",1795136640000,"c09",null,null,null,26],"new":[],"tickets":[]}');
INSERT INTO print_job (office_id, id, printer, ticket, ahead, copy, state, detail, queued_at, changed_at) VALUES ('office', 12, 'kiosk-1', 12, 0, 0, 'queued', NULL, 1795136400000, 1795136400000);
INSERT INTO help_call (office_id, id, place, language, asked_at, answered_at, answered_by, ended_at, ticket, ahead) VALUES ('office', 28, 'kiosk-1', 'zh-TW', 1795136640000, NULL, NULL, NULL, NULL, NULL);
INSERT INTO back_line (office_id, filled_at, quiet_at, summoned_at, looked_at) VALUES ('office', 1795136400000, NULL, 1795136430000, 1795136430000);
INSERT INTO stand_by (office_id, staff, since) VALUES ('office', 'c01', 1795136400000);
INSERT INTO summons (office_id, id, counter, begun_at, wanted_by, reason, asked, asked_at, tried, staff, accepted_at, arrived_at, released_at, ended_at) VALUES ('office', 30, '1', 1795136430000, NULL, NULL, NULL, 1795136430000, '', 'c01', 1795136460000, NULL, NULL, NULL);
INSERT INTO forecast (office_id, ticket, reckoned, likely, least, most) VALUES ('office', 12, 90000, 60000, 0, 3);
INSERT INTO experience (office_id, day, days, lessons) VALUES ('office', '2026-11-20', 6, '{"paces": [["TRANS", false, 9, 2700000], [null, true, 2, 1200000]], "errors": {"ordinary": [[60000, -30000, 0, 90000], [600000, -120000, 30000, 400000]]}}');
INSERT INTO case_help (office_id, id, ticket, counter, staff, team, team_since, asked_at, question, answer, answered_by, answered_at, message, ended_at) VALUES ('office', 14, 12, '3', 'c03', 'review', 1795136500000, 1795136500000, NULL, 'come', 'supervisor', 1795136520000, NULL, 1795136560000);
