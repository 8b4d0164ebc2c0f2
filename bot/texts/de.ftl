### German. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = Im Verzeichnis dieser Organisation habe ich kein Konto von Ihnen gefunden. Deshalb kann ich mir Ihr Foto nicht ansehen.
next-account_not_found = Der Helpdesk kann Ihr Konto prüfen. Falls es gerade erst angelegt wurde, fragen Sie mich bitte in einer Stunde noch einmal.

finding-incident = Microsoft hat zurzeit ein Problem mit { $service }. Dadurch können sich Änderungen bei allen verzögern.
next-incident = Sie müssen nichts tun. Microsoft arbeitet unter der Vorfallnummer { $incident } daran. Auf Wunsch melde ich mich bei Ihnen, wenn es vorbei ist.

finding-guest = Sie sind Gast in dieser Organisation. Ihr Foto und Ihr Profil werden hier deshalb getrennt von denen in Ihrer eigenen Organisation geführt.
next-guest = Ein Administrator dieser Organisation kann beides für Ihr Gastkonto ändern. Der Helpdesk dieser Organisation kann das veranlassen. Eine Änderung in Ihrer eigenen Organisation wirkt sich hier nicht aus.

finding-account_disabled = Für dieses Konto ist die Anmeldung deaktiviert. Bei solchen Konten übernimmt SharePoint keine Änderungen.
next-account_disabled = Ein Administrator kann die Anmeldung wieder aktivieren. Der Helpdesk kann das veranlassen. Danach dauert es meist etwa einen Tag.

finding-account_recreated = SharePoint verbindet Ihren Namen noch mit einem früheren Konto, das es nicht mehr gibt. Das kommt vor, wenn ein Konto gelöscht und neu angelegt wurde.
next-account_recreated = Ein SharePoint-Administrator kann das mit der Microsoft-Diagnose „Site User ID Mismatch“ beheben. Der Helpdesk kann das veranlassen. Es dauert etwa einen Tag.

finding-service_rejected = Ein Microsoft 365-Dienst meldet einen Fehler bei Ihrem Konto und hat nicht alle Ihre Angaben übernommen.
next-service_rejected = Ein Administrator muss sich den Fehler ansehen. Der Helpdesk kann das veranlassen; die Details dafür habe ich notiert. Es kann einige Tage dauern.

finding-directory_conflict = Ihr Konto kann nicht aus dem eigenen Verzeichnis Ihrer Organisation synchronisiert werden: Eine Ihrer Angaben wird auch von einem anderen Konto verwendet.
next-directory_conflict = Ein Administrator muss diesen Konflikt lösen. Der Helpdesk kann das veranlassen. Danach kommen Änderungen meist innerhalb eines Tages an.

finding-sync_stopped = Die Synchronisierung mit dem eigenen Verzeichnis Ihrer Organisation läuft anscheinend nicht mehr. Änderungen, die dort vorgenommen werden, kommen deshalb zurzeit wahrscheinlich nicht an.
next-sync_stopped = Bitte informieren Sie den Helpdesk, denn das betrifft viele Personen. Sobald die Synchronisierung wieder läuft, kommen Änderungen meist innerhalb eines Tages an.

## Findings: who may change a photo

finding-mastered_on_premises = Ihre Organisation verwaltet Fotos in ihrem eigenen Verzeichnis. Deshalb lassen sie sich in Microsoft 365 nicht ändern.
next-mastered_on_premises = Der Helpdesk kann Ihr Foto dort ändern lassen. Meist ist es etwa einen Tag später in Microsoft 365 zu sehen.

finding-only_some_may_change = In Ihrer Organisation dürfen nur bestimmte Administratoren Fotos ändern.
next-only_some_may_change = Der Helpdesk kann Ihr Foto für Sie ändern lassen.

finding-policy_unknown = { $why ->
    [forbidden] Ich darf die Regeln für Fotos nicht einsehen. Deshalb kann ich nicht sagen, ob Sie Ihr Foto selbst ändern dürfen.
   *[other] Ich konnte die Regeln für Fotos gerade nicht einsehen. Deshalb kann ich nicht sagen, ob Sie Ihr Foto selbst ändern dürfen.
  }
next-policy_unknown = Sie können versuchen, ein Foto hochzuladen. Wenn das nicht geht, kann Ihnen der Helpdesk sagen, wer Ihr Foto ändern darf.

finding-mailbox_policy = Soweit ich die Regeln für Fotos einsehen kann, hindert Sie nichts daran, Ihr Foto zu ändern. Wenn es in Outlook oder Teams trotzdem nicht geht, liegt das wahrscheinlich an einer Regel für Ihr Postfach. Solche Regeln kann ich nicht einsehen.
next-mailbox_policy = Ein Administrator kann die Regeln für Ihr Postfach prüfen. Der Helpdesk kann das veranlassen. Bis eine geänderte Regel wirkt, kann ein Tag vergehen.

finding-upload_refused = Microsoft 365 akzeptiert Fotos nur als JPEG- oder PNG-Datei mit höchstens 4 MB.
next-upload_refused = Speichern Sie Ihr Foto als JPEG-Datei, bei Bedarf verkleinert, und laden Sie es erneut hoch. Meist ist es innerhalb eines Tages überall zu sehen, manchmal dauert es bis zu drei Tage.

finding-new_upload_refused = In Microsoft 365 ist ein Foto von Ihnen gespeichert. Warum ein anderes abgelehnt wurde, kann ich nicht sehen. Akzeptiert werden nur JPEG- und PNG-Dateien mit höchstens 4 MB.
next-new_upload_refused = Speichern Sie Ihr Foto als JPEG-Datei, bei Bedarf verkleinert, und laden Sie es erneut hoch. Wird es noch einmal abgelehnt, kann der Helpdesk das prüfen.

## Findings: where the photo comes from

finding-mailbox_on_premises = Ihr Postfach liegt nicht in Microsoft 365, sondern bei Ihrer Organisation selbst. Das gilt auch für das Foto, das dazugehört.
next-mailbox_on_premises = Der Helpdesk kann Ihr Foto dort hinterlegen lassen.

finding-mailbox_is_new = Ihr Postfach ist neu und noch nicht ganz fertig eingerichtet. Bis dahin sind Fotos nicht verfügbar.
next-mailbox_is_new = Das dauert meist eine Viertelstunde, manchmal einen Tag. Auf Wunsch melde ich mich am { $look_again_at } wieder bei Ihnen.

finding-no_mailbox = In Microsoft 365 ist kein Foto von Ihnen gespeichert. Fotos kommen normalerweise aus dem Postfach, und Ihr Konto hat keines.
next-no_mailbox = Sie können Ihrem Konto ein Foto hinzufügen. Der Helpdesk kann Ihnen auch sagen, ob zu Ihrer Lizenz ein Postfach gehört.

finding-no_photo = In Microsoft 365 ist kein Foto von Ihnen gespeichert. Deshalb kann keines angezeigt werden.
next-no_photo = Fügen Sie ein Foto hinzu. Meist ist es innerhalb eines Tages überall zu sehen, manchmal dauert es bis zu drei Tage.

finding-directory_photo = In Microsoft 365 und in SharePoint ist dasselbe Foto von Ihnen gespeichert. Es ist sehr klein und stammt wahrscheinlich aus dem eigenen Verzeichnis Ihrer Organisation.
next-directory_photo = Der Helpdesk kann dort ein neues Foto hinterlegen lassen oder Ihnen sagen, ob Sie selbst eines hochladen dürfen. Meist ist es etwa einen Tag später zu sehen.

## Findings: nothing can be said

finding-throttled = Microsoft 365 hat mich gebeten, noch zu warten, bevor ich nachsehe. Deshalb kann ich noch nicht sagen, woran es liegt.
next-throttled = { $retry_at ->
    [none] Bitte versuchen Sie es in ein paar Minuten noch einmal.
   *[other] Ich kann ab { $retry_at } wieder nachsehen.
  }

finding-permission_missing = Ich darf nicht alles einsehen, was ich brauche. Deshalb kann ich nicht sagen, woran es liegt.
next-permission_missing = Ein Administrator muss mir zuerst eine Berechtigung erteilen. Der Helpdesk kann das veranlassen.

finding-sign_in_refused = Microsoft 365 hat meine Anmeldung nicht zugelassen. Deshalb kann ich nicht sagen, woran es liegt.
next-sign_in_refused = Ein Administrator muss sich meine Einstellungen ansehen. Der Helpdesk kann das veranlassen.

finding-signed_out = Ohne Ihre Anmeldung kann ich Ihr Foto und Ihr Profil nicht einsehen. Deshalb kann ich nicht sagen, woran es liegt.
next-signed_out = Wählen Sie „Erneut prüfen“, dann meldet Teams Sie an. Falls das nicht gelingt, kann der Helpdesk helfen.

finding-other_geography = Ihr SharePoint-Profil wird in einer anderen Region gespeichert, in der ich nicht nachsehen darf. Deshalb kann ich nicht sagen, woran es liegt.
next-other_geography = Ein Administrator kann diese Region in meinen Einstellungen hinzufügen. Der Helpdesk kann das veranlassen.

finding-not_seen = Ein Teil von Microsoft 365 hat nicht richtig geantwortet. Deshalb kann ich nicht sagen, woran es liegt.
next-not_seen = Das geht meist von selbst vorbei. Bitte versuchen Sie es in ein paar Minuten noch einmal. Auf Wunsch melde ich mich auch wieder bei Ihnen.

finding-account_unknown = { $why ->
    [forbidden] Ich darf Ihr Konto nicht einsehen. Deshalb kann ich nicht sagen, ob Sie Gast sind, ob Sie ein Postfach haben und ob Sie SharePoint verwenden dürfen.
   *[other] Ich konnte Ihr Konto gerade nicht einsehen. Deshalb kann ich nicht sagen, ob Sie Gast sind, ob Sie ein Postfach haben und ob Sie SharePoint verwenden dürfen.
  }
next-account_unknown = { $why ->
    [forbidden] Soweit ich sehen kann, ist in Microsoft 365 und in SharePoint dasselbe Foto von Ihnen gespeichert. Ein Administrator kann mir die fehlende Berechtigung erteilen. Der Helpdesk kann das veranlassen.
   *[other] Soweit ich sehen kann, ist in Microsoft 365 und in SharePoint dasselbe Foto von Ihnen gespeichert. Bitte versuchen Sie es in ein paar Minuten noch einmal.
  }

## Findings: the way to SharePoint

finding-not_licensed = In SharePoint gibt es kein Profil für Sie, weil Ihr Konto keine Lizenz für SharePoint hat.
next-not_licensed = Der Helpdesk kann Ihnen sagen, ob Sie eine bekommen. Wenn ja, wird danach meist innerhalb eines Tages ein Profil angelegt.

finding-no_profile = In SharePoint gibt es noch kein Profil für Sie. Deshalb kann Ihr Foto dort nicht angezeigt werden.
next-no_profile = Öffnen Sie SharePoint einmal. Meist wird dann innerhalb eines Tages ein Profil angelegt. Fehlt es danach immer noch, kann der Helpdesk Ihre Lizenz prüfen.

finding-photo_without_mailbox = In Microsoft 365 ist ein Foto von Ihnen gespeichert, aber SharePoint zeigt es nicht an. Ihr Konto hat kein Postfach, und möglicherweise übernimmt SharePoint bei solchen Konten keine Fotos.
next-photo_without_mailbox = Sie können das Foto selbst in Ihr SharePoint-Profil einfügen: Wählen Sie „Mein Foto ändern“. Der Helpdesk kann Ihnen auch sagen, ob zu Ihrer Lizenz ein Postfach gehört.

finding-pull_switched_off = SharePoint zeigt nicht das Foto an, das in Microsoft 365 von Ihnen gespeichert ist. Für Ihr Konto ist eingestellt, dass SharePoint keine Fotos übernimmt.
next-pull_switched_off = Ein Administrator kann diese Einstellung prüfen. Der Helpdesk kann das veranlassen.

finding-pull_stuck = SharePoint zeigt immer noch nicht das Foto an, das in Microsoft 365 von Ihnen gespeichert ist, obwohl ich SharePoint am { $asked_at } aufgefordert habe, es abzurufen.
next-pull_stuck = Ein Administrator kann die Microsoft-Diagnose für Profilfotos ausführen und die Einstellungen der Eigenschaft „Bild“ prüfen. Der Helpdesk kann das veranlassen.

finding-placeholder_shown = In Microsoft 365 ist ein Foto von Ihnen gespeichert. SharePoint hat es beim letzten Versuch aber nicht erhalten und zeigt ein leeres Bild an.
next-placeholder_shown = Ich kann SharePoint auffordern, das Foto erneut abzurufen. Wenn alles gut geht, erscheint es dort spätestens am { $expected_by }.

finding-never_pulled = In Microsoft 365 ist ein Foto von Ihnen gespeichert, aber SharePoint hat es noch nie abgerufen.
next-never_pulled = Ich kann SharePoint auffordern, das Foto abzurufen. Wenn alles gut geht, erscheint es dort spätestens am { $expected_by }.

finding-pull_not_due = SharePoint zeigt das Foto, das in Microsoft 365 von Ihnen gespeichert ist, noch nicht an. SharePoint ruft nämlich höchstens einmal am Tag ein Foto ab.
next-pull_not_due = Es liegt kein Fehler vor. Der letzte Abruf durch SharePoint war am { $pulled_at }. Der nächste ist ab { $possible_at } möglich. Auf Wunsch melde ich mich dann bei Ihnen. Meist erscheint Ihr Foto spätestens am { $expected_by }.

finding-sharepoint_behind = SharePoint zeigt nicht das Foto an, das in Microsoft 365 von Ihnen gespeichert ist. Wahrscheinlich hat noch niemand SharePoint aufgefordert, das neue Foto abzurufen.
next-sharepoint_behind = Ich kann SharePoint auffordern, das Foto abzurufen. Wenn alles gut geht, erscheint es dort spätestens am { $expected_by }.

finding-sizes_differ = SharePoint zeigt in einer Größe Ihr neues Foto an und in einer anderen noch das frühere.
next-sizes_differ = Ich kann SharePoint auffordern, das Foto erneut abzurufen. Wenn alles gut geht, stimmt es spätestens am { $expected_by } in allen Größen.

finding-picture_unreadable = Eines Ihrer Fotos hat ein Format, das ich nicht lesen kann. Deshalb kann ich die Fotos nicht vergleichen.
next-picture_unreadable = Bitte laden Sie Ihr Foto erneut hoch, und zwar als JPEG- oder PNG-Datei.

finding-picture_elsewhere = SharePoint nennt für Ihr Foto einen Speicherort, an dem ich nicht nachsehe. Deshalb kann ich die beiden Fotos nicht vergleichen.
next-picture_elsewhere = Laden Sie Ihr Foto in Microsoft 365 erneut hoch und warten Sie bis { $expected_by }. Zeigt SharePoint dann immer noch ein anderes an, kann der Helpdesk das prüfen.

finding-picture_state_unknown = In Microsoft 365 und in SharePoint ist dasselbe Foto von Ihnen gespeichert. SharePoint meldet dafür aber einen Status, den ich nicht kenne.
next-picture_state_unknown = Wenn Sie Ihr Foto in SharePoint nicht sehen, kann der Helpdesk das prüfen. Die Details dafür liegen bereit.

finding-pulled_another = SharePoint zeigt noch ein anderes Foto an, obwohl Ihr jetziges beim letzten Abruf schon in Microsoft 365 gespeichert war. Dieser Abruf war am { $pulled_at }.
next-pulled_another = Ein Administrator kann die Microsoft-Diagnose für Profilfotos ausführen. Der Helpdesk kann das veranlassen. Ich kann SharePoint auch noch einmal auffordern, Ihr Foto abzurufen.

## Findings: only a copy is old

finding-only_cached = In Microsoft 365 und in SharePoint ist dasselbe Foto von Ihnen gespeichert. Wo Sie ein anderes sehen, wird eine ältere Kopie angezeigt.
next-only_cached = { $place ->
    [teams] Teams speichert eigene Kopien und aktualisiert sie automatisch. Für das aktuelle Teams ist nicht veröffentlicht, wie lange das dauert. Oft hilft es, sich bei Teams ab- und wieder anzumelden. Vergleichen Sie auch mit Teams im Browser.
   *[other] Solche Kopien werden meist automatisch aktualisiert. Wie lange das bei den einzelnen Apps dauert, ist nicht veröffentlicht. Oft hilft es, sich ab- und wieder anzumelden oder ein privates Browserfenster zu verwenden.
  }

finding-cached_in_outlook = In Microsoft 365 und in SharePoint ist dasselbe Foto von Ihnen gespeichert. Was Sie in Outlook sehen, ist wahrscheinlich eine ältere Kopie.
next-cached_in_outlook = Outlook aktualisiert sein Adressbuch etwa einmal am Tag. Warten Sie bis { $expected_by }. Sehen Sie dann noch das alte Foto, laden Sie in Outlook das Adressbuch herunter und prüfen Sie, ob Outlook so eingestellt ist, dass Fotos angezeigt werden.

finding-copied_elsewhere = Hier ist in Microsoft 365 und in SharePoint dasselbe Foto von Ihnen gespeichert. Was Personen in einer anderen Organisation sehen, ist wahrscheinlich eine Kopie, die dort gespeichert ist.
next-copied_elsewhere = Eine solche Kopie wird meist automatisch aktualisiert; das kann einige Tage dauern. Von hier aus lässt sich daran nichts ändern. Die andere Person kann sich aber ab- und wieder anmelden.

finding-cached_in_browser = In Microsoft 365 und in SharePoint ist dasselbe Foto von Ihnen gespeichert. Was Sie sehen, ist wahrscheinlich eine Kopie, die Ihr Browser gespeichert hat.
next-cached_in_browser = Laden Sie die Seite neu oder öffnen Sie sie zum Vergleich in einem privaten Browserfenster.

finding-site_copy_old = Ihr Profil stimmt, aber diese SharePoint-Website zeigt noch eine ältere Kopie davon an. Jede Website hat ihre eigene Kopie und aktualisiert sie nur für Personen, die dort aktiv sind.
next-site_copy_old = Bearbeiten Sie etwas auf dieser Website oder laden Sie dort etwas hoch. Die Kopie wird dann meist innerhalb eines Tages aktualisiert. Wenn nicht, können die Besitzer der Website oder der Helpdesk die Kopie reparieren lassen.

finding-site_unnamed = In Microsoft 365 und in SharePoint ist dasselbe Foto von Ihnen gespeichert. Eine SharePoint-Website hat ihre eigene Kopie und aktualisiert sie nur für Personen, die dort aktiv sind.
next-site_unnamed = Senden Sie mir die Adresse der Website, dann sehe ich mir die Kopie dort an. Wenn Sie dort etwas bearbeiten oder hochladen, wird die Kopie meist innerhalb eines Tages aktualisiert.

finding-hidden_from_lists = Sie sind in Adresslisten ausgeblendet. Bei einer Suche werden Sie und Ihr Foto deshalb möglicherweise nicht gefunden.
next-hidden_from_lists = Wenn das nicht beabsichtigt ist, kann ein Administrator es ändern. Der Helpdesk kann das veranlassen. Meist ist die Änderung etwa einen Tag später zu sehen.

finding-all_in_order = In Microsoft 365 und in SharePoint ist dasselbe Foto von Ihnen gespeichert. Alles ist in Ordnung.
next-all_in_order = Sie müssen nichts tun.

## Findings: the texts of a profile

finding-texts_differ = Noch nicht alles, was im Verzeichnis Ihrer Organisation über Sie steht, ist in SharePoint angekommen.
next-texts_differ = Das geschieht meist innerhalb eines Tages, also bis { $expected_by }. Wie lange es dauert, hängt davon ab, wie viele Änderungen in der Warteschlange stehen: Bei wenigen geht es viel schneller, bei vielen dauert es länger. Ich kann das nicht für Sie starten.

finding-texts_overdue = Nicht alles, was im Verzeichnis Ihrer Organisation über Sie steht, ist in SharePoint angekommen, obwohl mehr als ein Tag vergangen ist.
next-texts_overdue = Inzwischen sollte alles angekommen sein. Ein Administrator kann das prüfen. Der Helpdesk kann das veranlassen.

finding-directory_is_master = Was im Verzeichnis Ihrer Organisation über Sie steht, stimmt mit dem überein, was SharePoint anzeigt.
next-directory_is_master = { $master ->
    [premises] Name, Position, Abteilung, Führungskraft und geschäftliche Telefonnummer kommen aus dem eigenen Verzeichnis Ihrer Organisation. Eine Änderung in SharePoint oder Microsoft 365 wird nach einiger Zeit überschrieben. Der Helpdesk oder die Personalabteilung kann die Angaben in diesem Verzeichnis ändern lassen. Danach ist die Änderung meist innerhalb eines Tages zu sehen.
    [probably] Name, Position, Abteilung, Führungskraft und geschäftliche Telefonnummer kommen wahrscheinlich aus dem eigenen Verzeichnis Ihrer Organisation. Eine Änderung in SharePoint oder Microsoft 365 wird dann nach einiger Zeit überschrieben. Der Helpdesk oder die Personalabteilung kann die Angaben in diesem Verzeichnis ändern lassen. Danach ist die Änderung meist innerhalb eines Tages zu sehen.
   *[cloud] Name, Position, Abteilung, Führungskraft und geschäftliche Telefonnummer kommen aus dem Verzeichnis Ihrer Organisation. Eine Änderung in SharePoint wird nach einiger Zeit überschrieben. Der Helpdesk oder die Personalabteilung kann die Angaben im Verzeichnis ändern lassen. Danach ist die Änderung meist innerhalb eines Tages zu sehen.
  }

finding-texts_cached = Was im Verzeichnis Ihrer Organisation über Sie steht, stimmt mit dem überein, was SharePoint anzeigt. Was Sie anderswo sehen, ist wahrscheinlich eine ältere Kopie.
next-texts_cached = Solche Kopien werden meist automatisch aktualisiert. Bei Änderungen auf Profilkarten kann das bis zu zwei Tage dauern. Bei einer SharePoint-Website hilft es oft, dort etwas zu bearbeiten oder hochzuladen. Ändert sich nichts, kann der Helpdesk das prüfen.

finding-field_not_synced = SharePoint übernimmt diese Angabe nicht aus dem Verzeichnis Ihrer Organisation: { $field }.
next-field_not_synced = Eine Änderung im Verzeichnis ist in SharePoint nicht zu sehen. Vielleicht können Sie die Angabe in Ihrem eigenen Profil bearbeiten. Wenn nicht, kann ein Administrator die Angabe eintragen lassen.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] Ich darf nicht nachsehen, ob bei Microsoft zurzeit ein Problem bekannt ist.
   *[other] Ich konnte nicht sehen, ob bei Microsoft zurzeit ein Problem bekannt ist.
  }
finding-sync_unknown = { $why ->
    [forbidden] Ich darf nicht nachsehen, ob die Synchronisierung mit dem eigenen Verzeichnis Ihrer Organisation läuft.
   *[other] Ich konnte nicht sehen, ob die Synchronisierung mit dem eigenen Verzeichnis Ihrer Organisation läuft.
  }
finding-site_unknown = { $why ->
    [forbidden] Ich darf die Kopie Ihres Profils auf dieser SharePoint-Website nicht einsehen.
    [elsewhere] Ich habe diese SharePoint-Website in Ihrer Organisation nicht gefunden. Deshalb konnte ich mir die Kopie Ihres Profils dort nicht ansehen.
   *[other] Ich konnte die Kopie Ihres Profils auf dieser SharePoint-Website nicht einsehen.
  }
unseen = Das konnte ich nicht sehen: { $what }.
unseen-forbidden = Das darf ich nicht sehen: { $what }.
unseen-account = Ihr Konto
unseen-source_photo = Ihr Foto in Microsoft 365
unseen-policy = die Regeln für Fotos
unseen-profile = Ihr SharePoint-Profil
unseen-sharepoint_photo = Ihr Foto in SharePoint
unseen-small_photos = die kleineren Größen Ihres Fotos in SharePoint
unseen-incidents = den Dienststatus bei Microsoft
unseen-organization = die Synchronisierung mit dem eigenen Verzeichnis Ihrer Organisation
unseen-site_entry = die Kopie Ihres Profils auf der SharePoint-Website

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Ihr Foto in Microsoft 365, von wo es übernommen wird
photo-sharepoint-alt = Ihr Foto in SharePoint
photo-none = kein Foto
photo-unseen = nicht einsehbar
photo-since = mir bekannt seit { $at }
photo-changed = geändert zwischen { $before } und { $at }
photo-pulled = abgerufen am { $at }

## The texts of a profile

text-empty = (leer)
texts-same = An beiden Stellen gleich: { $names }.
told = Das haben Sie mir gesagt: { $what }
since = seit { $day }
since-month = seit { $month }
place-teams = in Teams
place-outlook = in Outlook
place-sharepoint = in SharePoint
place-delve = in Delve
place-browser = im Browser
place-phone = auf dem Smartphone
place-elsewhere = in einer anderen Organisation
place-site = auf einer SharePoint-Website
attribute-login = Benutzername
attribute-display_name = Name
attribute-first_name = Vorname
attribute-last_name = Nachname
attribute-job_title = Position
attribute-department = Abteilung
attribute-manager = Führungskraft
attribute-office = Büro
attribute-work_phone = Telefon (geschäftlich)
attribute-mail = E-Mail-Adresse
attribute-language = Sprache
attribute-mobile = Mobiltelefon
attribute-company = Firma
attribute-employee_id = Personalnummer
attribute-address = Adresse

## Buttons

action-facts = Details
action-details = Details für den Helpdesk

action-resync = Neu synchronisieren
action-start = Starten
action-back = Nicht jetzt
action-check = Erneut prüfen
action-status = Wie ist der Stand?
action-remind = Mich erinnern
action-stop = Stoppen
action-mute = Nachrichten ausschalten
action-unmute = Nachrichten einschalten
action-history = Was wurde gemacht?
action-change = Mein Foto ändern
action-helpdesk = Helpdesk fragen
action-open-account = „Mein Konto“ öffnen
action-open-photo = In Microsoft 365 ändern
action-open-editor = In SharePoint bearbeiten
action-open-profile = In Microsoft 365 anzeigen
action-speak = Diese Sprache verwenden
action-privacy = Zurück
action-export = Meine Daten exportieren
action-forget = Mich vergessen
action-erase = Ja, vergessen Sie mich
action-open-sharepoint = In SharePoint anzeigen
action-ask-check = Mein Foto prüfen
action-ask-photo_stale = Warum ist mein Foto alt?
action-ask-photo_missing = Mein Foto wird nicht angezeigt
action-ask-photo_change = Mein Foto ändern
action-ask-profile_stale = Name oder Position ist falsch
action-ask-profile_change = Mein Profil bearbeiten
action-ask-sync_duration = Wie lange dauert das?
action-ask-sync_explain = Wie funktioniert das?
action-ask-resync = Mein Foto neu synchronisieren
action-ask-status = Wie ist der Stand?
action-ask-stop = Synchronisierung stoppen
action-ask-mute = Bitte keine Nachrichten senden
action-ask-remind = Bescheid geben, wenn es geht
action-ask-history = Was hat Resync gemacht?
action-ask-helpdesk = Helpdesk fragen
action-ask-help = Was kann Resync?
action-ask-privacy = Was wird über mich gespeichert?
action-ask-language = Welche Sprachen kann Resync?
action-ask-thanks = Danke

## The resync

plan-title = Das habe ich vor
plan-ask = Ich fordere SharePoint auf, Ihr Foto abzurufen.
plan-as_person = Ich fordere SharePoint in Ihrem Namen und mit Ihrer eigenen Anmeldung auf, Ihr Foto abzurufen. Die Anmeldung wird nur für diese eine Anfrage verwendet und nicht gespeichert.
plan-guide = Ich zeige Ihnen, wie Sie Ihre eigene SharePoint-Seite öffnen: Auch dadurch ruft SharePoint Ihr Foto ab.
plan-republish = Wenn das innerhalb von zehn Minuten nicht hilft und Ihre Organisation es zulässt, speichere ich Ihr jetziges Foto noch einmal in Microsoft 365, genau so, wie es ist.
plan-repair = Ich korrigiere die beiden Einstellungen in Ihrem SharePoint-Profil, die den Abruf Ihres Fotos verhindern. Die alten Werte werden aufbewahrt.
plan-watch = Ich sehe immer wieder nach, bis Ihr Foto angekommen ist, längstens bis { $until }.
plan-tell = Ich teile Ihnen hier mit, wie es ausgegangen ist.
plan-safe = Ihr Foto selbst wird nicht verändert.
plan-flags = Ihr Foto selbst wird nicht verändert. Die Änderung an Ihrem Profil kann ein Administrator rückgängig machen.
plan-limited = Sie können ab { $at } eine Synchronisierung starten ({ $minutes ->
    [one] in einer Minute
   *[other] in { $minutes } Minuten
  }). Der Helpdesk kann veranlassen, dass Sie früher starten dürfen.

progress-title = Ihr Foto wird neu synchronisiert
progress-asked = Meine Anfrage an SharePoint wurde gesendet ({ $at })
progress-ask-failed = Meine Anfrage an SharePoint ist nicht durchgekommen; ich wiederhole sie
progress-as_person = In Ihrem Namen wurde eine Anfrage an SharePoint gesendet ({ $at })
progress-not-as-person = Ich konnte die Anfrage an SharePoint nicht in Ihrem Namen stellen; alles andere läuft weiter
progress-asking = Ich fordere SharePoint auf, Ihr Foto abzurufen
progress-watching = Ich sehe immer wieder nach, bis das Foto angekommen ist; das nächste Mal am { $at }
progress-watching-now = Ich sehe immer wieder nach, bis das Foto angekommen ist
progress-tell = Ich teile Ihnen hier mit, wie es ausgegangen ist, spätestens am { $until }
progress-guide = Sie können mithelfen, indem Sie Ihre eigene SharePoint-Seite in einem privaten Browserfenster öffnen. Ich merke von selbst, wenn es geklappt hat.
progress-address = So geht es: Kopieren Sie die Adresse unten, öffnen Sie in Ihrem Browser ein privates Fenster, fügen Sie die Adresse dort ein und melden Sie sich an. In einem privaten Fenster ist keine ältere Kopie Ihres Fotos gespeichert.
progress-pulled = SharePoint hat ein Foto abgerufen ({ $at })
progress-republish = Ihr Foto wurde unverändert noch einmal in Microsoft 365 gespeichert ({ $at })
progress-repair = Zwei Einstellungen in Ihrem SharePoint-Profil wurden korrigiert ({ $at })
progress-quiet = Ich sende keine Nachricht; auf dieser Karte sehen Sie, wie es ausgeht
progress-changed = Ihr Foto wurde seit dem Start geändert. Ich warte jetzt auf das neueste.
step-done = Erledigt:
step-now = Jetzt:
step-next = Danach:

arrived-title = Ihr neues Foto ist in SharePoint angekommen.
arrived-proof = Ich habe die Fotos in Microsoft 365 und SharePoint verglichen ({ $at }). Beide sind gleich.
arrived-cache = Manche Apps zeigen vielleicht noch eine Weile eine ältere Kopie an. Diese wird meist automatisch aktualisiert.
arrived-summary = Gute Nachrichten zu Ihrem Foto

stuck-title = Ihr Foto ist noch nicht in SharePoint angekommen.
stuck-unseen = Ich konnte nicht sehen, ob Ihr Foto in SharePoint angekommen ist.
stuck-tried = { $looks ->
    [one] Ich habe am { $at } einmal nachgesehen.
   *[other] Ich habe { $looks }-mal nachgesehen, zuletzt am { $at }.
  }
stuck-removed = In Microsoft 365 ist kein Foto mehr von Ihnen gespeichert. Deshalb kann SharePoint nichts abrufen.
stuck-next = Jetzt kann der Helpdesk weiterhelfen: Für genau dieses Problem hat Microsoft eine Diagnose, die ein Administrator ausführen kann. Die Referenznummer ist { $case }.
stuck-escalated = Ich habe das als Ticket { $case } an Ihren Helpdesk weitergegeben, mit allem, was ich gefunden und versucht habe.
stuck-summary = Neuigkeiten zu Ihrem Foto
waiting-title = Ich melde mich dazu wieder bei Ihnen
waiting-until = Ich sehe am { $at } erneut nach.
waiting-then = Wenn es dann etwas Neues gibt, melde ich mich hier. Bis dahin müssen Sie nichts tun.
waiting-then-quiet = Ich sende keine Nachricht; auf dieser Karte sehen Sie den aktuellen Stand.
reminded-notice = Sie haben mich gebeten, mich dazu wieder bei Ihnen zu melden. Wenn Sie beim nächsten Mal keine Nachricht möchten, wählen Sie auf der Karte „Nachrichten ausschalten“, solange die Erinnerung noch aussteht.
stopped-waiting = Die Erinnerung wurde auf Ihren Wunsch gestoppt
stopped-waiting-at = Gestoppt am { $at }. Sie können mich jederzeit wieder fragen.
did-shown = Ich habe ohne Nachricht auf der Karte gezeigt, wie es ausgegangen ist
reminded-title = Ich habe wie gewünscht erneut nachgesehen
reminded-at = Ich habe nachgesehen ({ $at }); was ich gefunden habe, kommt in einer eigenen Nachricht
reminded-summary = Sie haben um eine Erinnerung gebeten
stopped-title = Die Synchronisierung wurde auf Ihren Wunsch gestoppt
stopped-at = Gestoppt am { $at }. Falls SharePoint schon begonnen hat, Ihr Foto abzurufen, kann es noch ankommen.
outdated = Diese Karte ist nicht mehr aktuell. Den aktuellen Stand sehen Sie auf der neuesten Karte.
muted-notice = Ich sende Ihnen dazu keine Nachrichten.
unmuted-notice = Ich sende Ihnen wieder eine Nachricht, wenn es etwas Neues gibt.
ended-why-helpdesk = Sie erhalten diese Nachricht, weil Ihr Helpdesk für Sie eine Synchronisierung gestartet hat. Wenn Sie beim nächsten Mal keine Nachricht möchten, wählen Sie auf der Karte „Nachrichten ausschalten“, solange die Synchronisierung läuft.
ended-why = Sie erhalten diese Nachricht, weil Sie eine Synchronisierung gestartet haben. Wenn Sie beim nächsten Mal keine Nachricht möchten, wählen Sie auf der Karte „Nachrichten ausschalten“, solange die Synchronisierung läuft.
history-title = Das wurde bisher gemacht, der Reihe nach
history-none = Zu Ihrem Foto oder Profil wurde bisher nichts gemacht.
did = { $at }: { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = Sie haben eine Synchronisierung gestartet
did-stop = Sie haben den Vorgang gestoppt
did-mute = Sie haben Nachrichten ausgeschaltet
did-unmute = Sie haben Nachrichten eingeschaltet
did-remind = Sie haben um eine Erinnerung gebeten
did-ask = Ich habe SharePoint aufgefordert, Ihr Foto abzurufen
did-as_person = Ich habe SharePoint in Ihrem Namen aufgefordert, Ihr Foto abzurufen
did-republish = Ich habe Ihr Foto unverändert noch einmal in Microsoft 365 gespeichert
did-repair = Ich habe zwei Einstellungen in Ihrem SharePoint-Profil korrigiert
did-undo = Ein Administrator hat die Änderung an Ihrem SharePoint-Profil rückgängig gemacht
did-allow = Ein Administrator hat Ihnen erlaubt, früher zu starten
did-arrived = Ich habe gesehen, dass Ihr Foto angekommen ist
did-still_stuck = Ich habe aufgehört zu warten
did-reminded = Ich habe wie gewünscht erneut nachgesehen
did-escalated = Ich habe das an den Helpdesk weitergegeben
did-told = Ich habe Ihnen mitgeteilt, wie es ausgegangen ist
did-not_told = Ich konnte Sie nicht erreichen
outcome-refused = das war nicht erlaubt
outcome-failed = das hat nicht geklappt
outcome-uncertain = es ist nicht bekannt, ob das geklappt hat
outcome-needless = das war nicht nötig
stuck-diagnostic = Für Administratoren: die Microsoft-Diagnose für Profilfotos

not-yours = Diese Karte gehört jemand anderem. Fragen Sie mich: „Warum ist mein Foto alt?“ Dann sehe ich mir Ihres an.
no-case = Für Sie läuft bei mir gerade nichts. Fragen Sie mich: „Warum ist mein Foto alt?“ Dann sehe ich nach.
no-resync-now = Eine neue Synchronisierung würde jetzt nicht helfen.

## Answers

welcome-title = Hallo, ich bin Resync
welcome-about = Ich finde heraus, warum Ihr Profilfoto in Microsoft 365 alt ist oder fehlt. Auf Wunsch starte ich eine neue Synchronisierung und gebe Ihnen hier Bescheid, wenn das neue Foto angekommen ist.
welcome-try = Fragen Sie mich mit Ihren eigenen Worten, auf { $languages }, zum Beispiel: „Warum ist mein Foto alt?“
welcome-limits = Ich sehe mir nur Ihr eigenes Foto und Profil an, mit Berechtigungen, die mir ein Administrator Ihrer Organisation erteilt hat.
help-title = Das kann ich
menu-check = Ich sehe mir Ihr Foto und Profil an und sage Ihnen, was ich finde.
menu-photo_stale = Ich finde heraus, wo das Foto hängen geblieben ist und was hilft.
menu-photo_change = Ich sage Ihnen, wo Sie Ihr Foto ändern und ob Sie das dürfen.
menu-profile_stale = Ich vergleiche Ihr Profil Feld für Feld mit dem Verzeichnis.
menu-sync_duration = Ich sage Ihnen, wie lange es dauert, allgemein und bei Ihnen.
menu-resync = Ich zeige Ihnen, was ich vorhabe, und Sie entscheiden.
menu-status = Ich sage Ihnen, wie weit Ihre Synchronisierung oder Ihr Ticket ist.
menu-tickets = Ich zeige Ihnen Ihre Tickets beim Helpdesk.
menu-helpdesk = Ich gebe Ihre Frage weiter, mit allem, was ich gefunden habe.
menu-contact = Ich sage Ihnen, wie Sie den Helpdesk erreichen und was Sie dort angeben können.
menu-language = Ich sage Ihnen, welche Sprachen ich kann, und Sie wählen eine aus.
menu-privacy = Ich sage Ihnen, was ich über Sie speichere. Sie können es exportieren oder löschen lassen.
menu-help = Ich zeige Ihnen alles, was ich kann.
welcome-summary = Hallo, ich bin Resync
team-welcome = Ich bin Resync. Ich helfe, wenn ein Profilfoto alt ist oder fehlt. Schreiben Sie mir in einem persönlichen Chat: Dort kann ich mir Ihr eigenes Foto ansehen.
team-added = Hinzugefügt von:
personal-only = Was ich über ein Foto herausfinde, ist persönlich. Bitte fragen Sie mich in einem persönlichen Chat.
no-identity = Teams hat mir nicht mitgeteilt, wer Sie sind. Deshalb kann ich mir Ihr Foto nicht ansehen. Schreiben Sie mir von Ihrem eigenen Geschäftskonto aus, dann geht es.

change-title = So ändern Sie Ihr Foto
change-how = Öffnen Sie Microsoft 365 im Web. Wählen Sie oben rechts Ihr Bild oder Ihre Initialen und dann die Kamera aus. In Teams wählen Sie Ihr Bild oder Ihre Initialen und dann noch einmal dasselbe Bild aus.
change-size = Verwenden Sie eine JPEG- oder PNG-Datei mit höchstens 4 MB.
change-after = Meist ist das Foto innerhalb eines Tages überall zu sehen, manchmal dauert es bis zu drei Tage. Schreiben Sie mir, wenn es dann noch nicht zu sehen ist.

duration-title = So lange dauert es
duration-photo = Ein neues Foto kommt meist innerhalb eines Tages in SharePoint an, manchmal dauert es bis zu drei Tage. SharePoint ruft ein Foto nur ab, wenn jemand es anfordert, und höchstens einmal in 24 Stunden.
duration-profile = Bei Namen, Positionen und Abteilungen hängt es davon ab, wie viele Änderungen in der Warteschlange stehen: Bei wenigen geht es viel schneller, bei vielen dauert es länger.
duration-apps = Teams, Outlook und Browser speichern eigene Kopien. Outlook aktualisiert sein Adressbuch etwa einmal am Tag. Für das aktuelle Teams ist keine Dauer veröffentlicht.

explain-title = So funktioniert es
explain-photo = Ihr Foto ist in Microsoft 365 gespeichert. SharePoint erstellt davon Kopien in drei Größen, aber nur auf Anforderung: meist dann, wenn Sie Ihre eigene SharePoint-Seite öffnen. Fordert niemand das Foto an, wird weiter das alte angezeigt. Damit das richtige Foto angezeigt wird, muss eine Fotosynchronisierung gestartet werden. Dabei helfe ich Ihnen.
explain-profile = Namen, Positionen und Abteilungen kommen aus dem Verzeichnis Ihrer Organisation und werden in regelmäßigen Abständen automatisch übernommen.
own-title = Bei Ihnen
own-pulled = SharePoint hat zuletzt am { $at } ein Foto von Ihnen abgerufen.

profile-change-title = So bearbeiten Sie Ihr Profil
profile-change-how = Delve wurde am 16. Dezember 2024 eingestellt. Öffnen Sie Ihre eigene Profilkarte. Suchen Sie dazu zum Beispiel in Microsoft 365 nach Ihrem Namen und wählen Sie ihn unter „Personen“ aus. Wählen Sie dann die Schaltfläche zum Aktualisieren Ihres Profils aus.
profile-change-limits = Name, Position, Abteilung, Führungskraft und geschäftliche Telefonnummer können Sie dort nicht bearbeiten. Diese Angaben kommen aus dem Verzeichnis Ihrer Organisation.
profile-change-after = Bis eine Änderung auf Ihrer Profilkarte überall zu sehen ist, kann es bis zu zwei Tage dauern.

status-none = Für Sie läuft gerade keine Synchronisierung.

helpdesk-title = Ihr Helpdesk
helpdesk-case = Ihre Referenznummer ist { $case }. Bitte nennen Sie dem Helpdesk diese Nummer.
helpdesk-found = Für den Helpdesk: { $found }
helpdesk-nocase = Wenn Sie mir zuerst sagen, was nicht stimmt, kann ich Ihnen mitgeben, was ich finde.
helpdesk-contact = So erreichen Sie den Helpdesk: { $contact }
helpdesk-nocontact = Wenden Sie sich wie gewohnt an den Helpdesk Ihrer Organisation.

thanks = Gern geschehen.
privacy-title = Was ich über Sie speichere
privacy-account = Die ID Ihres Kontos, wie ich Sie in Teams erreiche, sowie Ihre Sprachen und Ihre Zeitzone: solange Sie diese App haben, und danach noch { $days } Tage.
privacy-case = Was ich zu Ihrem Foto und Profil gefunden habe, zuletzt am { $at }: bis { $days } Tage nach Ihrer letzten Frage.
privacy-fingerprints = { $count ->
    [one] Eine Prüfsumme Ihres Fotos oder Profils, an der ich erkenne, dass sich etwas geändert hat. Ich speichere sie bis { $days } Tage, nachdem ich das Foto oder Profil zuletzt so gesehen habe. Das Foto und die Texte selbst sind darin nicht zu sehen.
   *[other] { $count } Prüfsummen Ihres Fotos und Profils, an denen ich erkenne, dass sich etwas geändert hat. Ich speichere jede bis { $days } Tage, nachdem ich das Foto oder Profil zuletzt so gesehen habe. Das Foto und die Texte selbst sind darin nicht zu sehen.
  }
privacy-log = { $count ->
    [one] Ein Protokoll dessen, was für Sie gemacht wurde, mit bisher einer Zeile. Jede Zeile speichere ich { $days } Tage lang.
   *[other] Ein Protokoll dessen, was für Sie gemacht wurde, mit { $count } Zeilen seit { $since }. Jede Zeile speichere ich { $days } Tage lang.
  }
privacy-tickets = { $count ->
    [one] Ein Ticket beim Helpdesk mit allem, was gefunden und geschrieben wurde: bis { $days } Tage nach seinem Abschluss.
   *[other] { $count } Tickets beim Helpdesk mit allem, was gefunden und geschrieben wurde: jedes bis { $days } Tage nach seinem Abschluss.
  }
privacy-chat = Was wir hier zuletzt geschrieben haben, einen Tag lang, damit es einem Ticket beigefügt werden kann.
privacy-rated = Welche meiner Antworten Sie bewertet haben und was Sie dazu geschrieben haben, { $days } Tage lang.
privacy-answers = Welche Antworten ich Ihnen zum Bewerten gegeben habe, { $days } Tage lang.
privacy-repeats = Meine letzten Antworten an Sie, einen Tag lang, damit nichts doppelt geschieht, wenn Teams eine Nachricht wiederholt.
privacy-sign-in = Ihre Anmeldung, so verschlüsselt, dass nur ich sie verwenden kann, bis { $at }. Wenn Sie „abmelden“ schreiben, lösche ich sie früher.
privacy-work = Was Sie als Mitglied des Helpdesks gemacht haben, zusammen mit den Tickets anderer Personen.
privacy-photos = Zu einem Ticket beim Helpdesk speichere ich auch kleine Kopien Ihrer Fotos, weil Ihre Organisation das so festgelegt hat.
privacy-misses = Eine Nachricht, die ich nicht verstehe, speichere ich ebenfalls, aber ohne Namen, Adressen und Nummern, damit ein Administrator sehen kann, was ich noch lernen sollte. Sie wird nicht zusammen mit Ihrem Konto gespeichert.
privacy-where = All das liegt in der eigenen Datenbank Ihrer Organisation, die Ihr Administrator betreibt.
privacy-page = Was Ihre Organisation zum Datenschutz sagt
privacy-personal-only = Was ich über Sie speichere, ist nur für Sie bestimmt. Bitte fragen Sie mich in einem persönlichen Chat.
export-summary = Eine Kopie von allem, was ich über Sie speichere
export-offered = Ihre Datei ist bereit. Teams fragt Sie jetzt, ob ich sie in Ihrem OneDrive ablegen darf. Sie können eine Stunde lang antworten.
export-declined = Ich habe die Datei nirgends abgelegt. Sie können jederzeit „Meine Daten exportieren“ auswählen.
export-outdated = Diese Frage wurde bereits beantwortet oder ist älter als eine Stunde. Wählen Sie „Meine Daten exportieren“, dann erstelle ich eine neue Datei.
export-failed = Die Datei konnte nicht in Ihrem OneDrive abgelegt werden. Bitte versuchen Sie es in einigen Minuten noch einmal. Falls es wieder nicht gelingt, kann der Helpdesk die Datei für Sie erstellen lassen.
export-not-here = In dieser Version von Teams kann ich keine Dateien senden. Ein Administrator kann die Datei für Sie erstellen; der Helpdesk kann das veranlassen.
export-done-summary = Ihre Datei liegt in Ihrem OneDrive
forget-title = Soll ich Sie vergessen?
forget-goes = Ich lösche dann, was ich über Sie speichere: wie ich Sie erreiche, Ihre Sprachen, was ich gefunden habe, die Prüfsummen, Ihre Bewertungen und was wir hier geschrieben haben.
forget-sign-in = Auch Ihre Anmeldung lösche ich. In Teams bleiben Sie angemeldet.
forget-resync = Die Synchronisierung, die für Sie läuft, wird gestoppt, und Sie hören dazu nichts mehr von mir.
forget-waiting = Sie erhalten dann die gewünschte Erinnerung nicht.
forget-tickets = Ihre Tickets beim Helpdesk bleiben dort bis { $days } Tage nach ihrem Abschluss. Ein Ticket, das noch offen ist, wird zurückgezogen.
forget-log = Im Protokoll bleibt, was gemacht wurde, aber nicht mehr, für wen.
forget-elsewhere = Was in diesem Chat steht und was andere Systeme des Helpdesks enthalten, kann ich nicht löschen.
forget-outdated = Diese Frage wurde bereits beantwortet oder ist älter als eine Stunde. Deshalb frage ich Sie noch einmal.
forgotten-title = Ich habe Sie vergessen
forgotten-stays = Ihre Tickets beim Helpdesk bleiben dort bis { $days } Tage nach ihrem Abschluss.
forgotten-again = Wenn Sie mir wieder schreiben, fangen wir neu an.
language = Ich antworte in der Sprache, in der Sie schreiben: { $languages }.
language-now = Wenn eine Nachricht die Sprache nicht erkennen lässt, antworte ich in dieser: { $language }.
unknown-title = Das habe ich nicht verstanden
unknown-how = Ich kenne mich mit Profilfotos und Profilen in Microsoft 365 aus. Wählen Sie eine dieser Möglichkeiten oder fragen Sie mit anderen Worten.
between-title = Was davon meinen Sie?
failed-title = Bei mir ist etwas schiefgegangen
failed-how = Das liegt nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal.
pending = Ich sehe noch nach. Die Antwort erscheint gleich hier.
case-number = Referenznummer { $case }
next-label = So geht es weiter

## Buttons of a case at the helpdesk

action-file = An den Helpdesk senden
action-tickets = Meine Tickets
action-ticket = Ticket { $number }
action-comment = Senden
action-withdraw = Ticket zurückziehen
action-reopen = Nein, erneut prüfen
action-reopen-ended = Ticket wieder öffnen
action-solved = Ja, es ist gelöst
action-rate = Bewertung senden
action-hush = Nachrichten ausschalten
action-unhush = Nachrichten einschalten
action-work = Ticket bearbeiten
action-more = Mehr
action-take = Übernehmen
action-assign = Zuweisen
action-reply = Antworten
action-question = Rückfrage stellen
action-note = Interne Notiz
action-resolve = Abschließen
action-reopen_for = Wieder öffnen
action-diagnose = Erneut prüfen
action-resync_for = Synchronisierung starten
action-allow_for = Wartezeit aufheben
action-undo_for = Korrektur zurücknehmen
action-send = Senden
action-back-to-case = Zurück
action-ask-tickets = Meine Tickets

## A case at the helpdesk, as the person sees it

form-title = Anfrage an Ihren Helpdesk
form-about = Ich sende mit, was ich gefunden und versucht habe, dazu unsere letzten Nachrichten hier. Sie bekommen sofort eine Ticketnummer. Bitte schreiben Sie keine Kennwörter hinein: Was danach aussieht, lasse ich weg.
field-words = Was stimmt nicht?
field-tried = Was haben Sie schon versucht?
field-priority = Wie dringend ist es?
field-contact = Wie kann der Helpdesk Sie sonst erreichen?
field-text = Nachricht
field-rating = Wie zufrieden sind Sie mit der Hilfe?
field-reason = Wie ist es ausgegangen?
field-agent = Wem?
field-language = Sprache
field-empty = Hier fehlt noch etwas. Bitte füllen Sie das aus.
field-too-long = Der Text ist zum Senden zu lang: Er hat { $length } Zeichen, höchstens { $most } sind möglich. Bitte kürzen Sie ihn; es ist nichts verloren gegangen.
priority-low = Kann warten
priority-normal = Normal
priority-high = Dringend
tried-resync = Ich habe eine Synchronisierung gestartet ({ $at }).
ticket-open = Ticket { $number } bei Ihrem Helpdesk
ticket-waiting = Ticket { $number }: Ihr Helpdesk hat eine Frage
ticket-resolved = Ticket { $number } ist abgeschlossen
ticket-withdrawn = Ticket { $number } wurde zurückgezogen
ticket-passed-on = Ihr Helpdesk bekommt das Ticket mit allem, was ich gefunden habe. Die Antwort erhalten Sie hier.
ticket-kept = Das System des Helpdesks ist zurzeit nicht erreichbar. Ihr Ticket ist bei mir gut aufgehoben, und ich gebe es weiter, sobald das möglich ist.
ticket-with = { $name } bearbeitet Ihr Ticket.
ticket-waits-for-you = Ihr Helpdesk wartet auf Ihre Antwort.
ticket-resolved-at = Abgeschlossen am { $at }.
ticket-withdrawn-at = Zurückgezogen am { $at }.
ticket-already = Dazu haben Sie bereits das Ticket { $number }. Sie können es hier ergänzen.
ticket-about = Eröffnet am { $at }{ $words ->
    [none] {""}
   *[other] : { $words }
  }
ticket-moved-on = Dieses Ticket hat sich inzwischen geändert. Das ist der aktuelle Stand.
ticket-sent = Ich habe das an Ihren Helpdesk weitergegeben.
ticket-solved-question = Ist das Problem gelöst?
ticket-why = Sie erhalten diese Nachricht wegen Ihres Tickets { $number }. Wenn Sie dazu keine Nachrichten mehr möchten, wählen Sie auf der Karte „Nachrichten ausschalten“.
ticket-muted = Zu diesem Ticket sende ich Ihnen keine Nachrichten; auf dieser Karte sehen Sie den aktuellen Stand.
ticket-reply-summary = Ihr Helpdesk hat geantwortet
ticket-question-summary = Ihr Helpdesk hat eine Frage
ticket-resolved-summary = Ihr Ticket ist abgeschlossen
ticket-reopened-summary = Ihr Ticket ist wieder offen
ticket-resynced-summary = Neuigkeiten zu Ihrem Ticket
ticket-allowed-summary = Neuigkeiten zu Ihrem Ticket
rating-thanks = Vielen Dank für Ihre Rückmeldung.
rating-1 = Sehr unzufrieden
rating-2 = Unzufrieden
rating-3 = Weder zufrieden noch unzufrieden
rating-4 = Zufrieden
rating-5 = Sehr zufrieden
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] Sie
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] Helpdesk
   *[other] { $name } (Helpdesk)
  }
by-bot = Resync
spoke-comment = Nachricht
spoke-reply = Antwort
spoke-question = Rückfrage
spoke-resolved = Ticket abgeschlossen
spoke-reopened = Ticket wieder geöffnet
spoke-withdrawn = Ticket zurückgezogen
spoke-resynced = eine Synchronisierung wurde gestartet
spoke-allowed = eine Synchronisierung kann sofort gestartet werden
tickets-title = Ihre Tickets
tickets-none = Sie haben keine Tickets beim Helpdesk.
tickets-line = { $number } · { $status } · { $at }
status-open = offen
status-waiting = wartet auf Antwort
status-resolved = abgeschlossen
status-withdrawn = zurückgezogen
not-your-ticket = Dieses Ticket gehört jemand anderem. Deshalb kann ich es Ihnen nicht zeigen. Schreiben Sie „meine Tickets“, um Ihre eigenen zu sehen.
too-many-tickets = Heute können für Sie keine weiteren Tickets eröffnet werden. Sie können ein vorhandenes Ticket ergänzen oder morgen ein neues eröffnen. Wenn es dringend ist:
too-many-comments = Mehr kann ich in einer Stunde nicht weitergeben. Bitte warten Sie ein wenig und senden Sie dann den Rest.

## A case, as the helpdesk sees it

case-title = Ticket { $number }: { $what }
verdict-missing_at_source = kein Foto in Microsoft 365
verdict-blocked_by_policy = die Person darf es nicht selbst ändern
verdict-stuck = SharePoint ist nicht aktuell
verdict-cache = eine ältere Kopie wird angezeigt
verdict-could_not_see = nicht alles war einsehbar
verdict-not_due_yet = noch nicht fällig
verdict-incident = ein bekanntes Problem bei Microsoft
verdict-ok = alles ist in Ordnung
verdict-none = eine Frage zu Foto oder Profil
case-status = Status
case-agent = Bearbeitung
case-nobody = noch niemand
case-priority = Dringlichkeit
case-words = Was nicht stimmt
case-tried = Bereits versucht
case-contact = Kontakt
case-rating = Zufriedenheit
case-muted = Die Person möchte zu diesem Ticket keine Nachrichten; Ihre Antworten stehen auf der Karte in ihrem Chat.
case-diagnostic = Microsoft-Diagnose „{ $name }“ für
case-opened = Eröffnet
case-reason = Ergebnis
case-confirmed = Laut Person gelöst
case-at = Auch in
case-desk-down = { $desk } ist nicht erreichbar oder lehnt das ab ({ $code }). Ich versuche es weiter.
confirmed-yes = ja
confirmed-no = nein
reason-fixed = Es wurde behoben
reason-explained = Es wurde erklärt
reason-not_ours = Dieser Helpdesk ist nicht zuständig
reason-duplicate = Dazu gibt es ein anderes Ticket
form-reply = Antwort zu Ticket { $number }
form-question = Rückfrage zu Ticket { $number }
form-note = Interne Notiz zu Ticket { $number }
form-resolve = Ticket { $number } abschließen
form-assign = Ticket { $number } zuweisen
form-reply-about = Die Person liest das in ihrem Chat mit mir.
form-question-about = Die Person liest das in ihrem Chat mit mir. Das Ticket wartet dann auf die Antwort.
form-note-about = Das liest nur der Helpdesk.
form-resolve-about = Die Person liest die Nachricht und wird gefragt, ob das Problem gelöst ist.
form-assign-about = Wählen Sie jemanden vom Helpdesk aus.
line-taken = { $name } hat dieses Ticket übernommen.
line-assigned = { $name } hat dieses Ticket { $text } zugewiesen.
line-reply = { $name } an die Person:
line-question = { $name } fragt die Person:
line-note = { $name } hat intern notiert:
line-resolved = { $name } hat dieses Ticket abgeschlossen.
line-reopened = { $side ->
    [person] Die Person, { $name }, hat dieses Ticket wieder geöffnet.
   *[other] { $name } hat dieses Ticket wieder geöffnet.
  }
line-comment = Die Person, { $name }:
line-withdrawn = Die Person, { $name }, hat dieses Ticket zurückgezogen.
line-confirmed = Die Person sagt, dass das Problem gelöst ist.
line-rated = Bewertung der Hilfe durch die Person: { $text }.
line-diagnosed = { $name } hat erneut geprüft. Das Ergebnis:
line-resynced = { $name } hat für die Person eine Synchronisierung gestartet.
line-allowed = { $name } hat die Wartezeit aufgehoben: Die Person kann sofort eine Synchronisierung starten.
line-undone = { $name } hat die Korrektur der Fotoeinstellungen zurückgenommen.
line-arrived = Das Foto ist in SharePoint angekommen.
line-desk_down = { $text } ist nicht erreichbar oder lehnt dieses Ticket ab. Ich versuche es weiter.
line-desk_up = { $text } hat dieses Ticket jetzt erhalten.
line-not_delivered = Die letzte Nachricht hat die Person nicht erreicht: Teams hat sie nicht angenommen.{ $text ->
    [later] {" "}Die Person bekommt die Nachricht, wenn sie wieder da ist.
   *[other] {""}
  }
line-maybe_delivered = Es ist nicht bekannt, ob die letzte Nachricht die Person erreicht hat. Die Nachricht steht auf der Karte des Tickets im Chat der Person.
line-reachable = Die Person ist wieder erreichbar.
line-summary = Neuigkeiten zu Ticket { $number }
line-left_out = Ein Helpdesk-System nimmt einen der Einträge hier nicht an ({ $text }). Er steht nur in diesem Thread.
line-stuck = Eine Synchronisierung ist beendet, das Foto ist aber nicht angekommen.
line-due = Die erste Antwort ist bald fällig.
line-overdue = Die erste Antwort ist überfällig.
line-somebody = Jemand vom Helpdesk
found-recent = Die neuesten Tickets
found-unassigned = Tickets, die noch niemand übernommen hat
found-mine = Ihre offenen Tickets
found-find = Das habe ich gefunden
found-none = Es gibt keine passenden Tickets.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = Es ist noch nicht eingerichtet, wer zum Helpdesk gehört. Deshalb wurde nichts ausgeführt. Ein Administrator kann das in meinen Einstellungen festlegen.
desk-elsewhere = Tickets werden im eigenen Kanal des Helpdesks bearbeitet.
desk-members-only = Das können nur Mitglieder des Helpdesks tun.
desk-unknown = Ich konnte gerade nicht sehen, wer zum Helpdesk gehört. Deshalb wurde nichts ausgeführt. Bitte versuchen Sie es gleich noch einmal.
desk-taken = { $name } hat dieses Ticket bereits übernommen.
desk-moved-on = Dieses Ticket hat sich inzwischen geändert. Deshalb wurde das nicht ausgeführt. Der Status ist jetzt: { $status }.
desk-done = Erledigt.
desk-yours = Sie haben dieses Ticket übernommen.
desk-reply = Ihre Antwort ist auf dem Weg zur Person.
desk-question = Ihre Rückfrage ist auf dem Weg zur Person.
desk-note = Die Notiz ist gespeichert.
desk-resolved = Das Ticket ist abgeschlossen.
desk-not-an-agent = Diese Person gehört nicht zum Helpdesk. Bitte wählen Sie ein Mitglied des Helpdesks aus.
desk-other-open = Dazu hat die Person bereits ein offenes Ticket: { $number }.
desk-nothing-changed = Es hat sich nichts geändert.
desk-no-resync = Eine Synchronisierung würde jetzt nicht helfen ({ $found }).
desk-resync-runs = Für diese Person läuft bereits eine Synchronisierung.
desk-no-limit = Für diese Person gibt es keine Wartezeit.
desk-undo-needless = Es gibt keine Korrektur, die zurückgenommen werden müsste.
desk-undo-refused = SharePoint hat das abgelehnt, weil mir eine Berechtigung fehlt. Ein Administrator kann sie mir erteilen.
desk-undo-failed = SharePoint hat das nicht angenommen. Bitte versuchen Sie es in ein paar Minuten noch einmal.
desk-undo-uncertain = SharePoint hat nicht geantwortet. Bitte versuchen Sie es noch einmal: Geschrieben wird nur, was abweicht.
desk-write-instead = Ihre Version von Teams zeigt meine Schaltflächen nur teilweise an. Erwähnen Sie mich stattdessen hier im Thread und schreiben Sie „übernehmen“, „antworten“ und Ihren Text, „fragen“, „notieren“ oder „abschließen“.
desk-assigned = Das Ticket ist zugewiesen.
desk-allowed = Die Wartezeit ist aufgehoben: Die Person kann sofort eine Synchronisierung starten.
desk-resynced = Für die Person läuft jetzt eine Synchronisierung.
desk-undone = Die Einstellungen haben wieder ihre vorherigen Werte.
desk-reopened = Das Ticket ist wieder offen.
desk-say-what = Bitte schreiben Sie alles in eine Nachricht: zuerst das Wort, dann Ihren Text.
desk-which = Schreiben Sie das in den Thread eines Tickets.
desk-help-title = So unterstütze ich den Helpdesk
desk-help = Jedes Ticket hat hier eine Karte und einen Thread. Erwähnen Sie mich und schreiben Sie „neueste“, „nicht zugewiesen“, „meine“, eine Ticketnummer oder „suchen“ und ein paar Wörter. Im Thread eines Tickets schreiben Sie „übernehmen“, „antworten“, „fragen“, „notieren“ oder „abschließen“ und danach Ihren Text. Mit „Status“ sehen Sie, was in meiner Installation vorhanden ist und was fehlt.
command-setup = helpdesk einrichten, den helpdesk einrichten, richte den helpdesk ein, setup helpdesk, helpdesk setup
command-recent = neueste, neuesten, die neuesten, neuste, neue, letzte, recent, newest
command-unassigned = nicht zugewiesen, nicht zugewiesene, nicht übernommen, freie, unassigned
command-mine = meine, meine tickets, mir zugewiesen, mine, my tickets
command-find = suchen, suche, finden, finde, ticket, fall, find, search, case
command-take = übernehmen, uebernehmen, übernehme, ich übernehme, nehmen, ich nehme, nehme ich, take
command-reply = antworten, antwort, antworte, beantworten, reply, answer
command-question = fragen, frage, rückfrage, rueckfrage, nachfragen, question, ask
command-note = notieren, notiz, interne notiz, vermerk, note
command-resolve = abschließen, abschliessen, schließen, schliessen, erledigt, gelöst, geloest, lösen, resolve, resolved, close
command-health = status, zustand, prüfen, health
health-well = Alles, was ich benötige, ist vorhanden.
health-ill = Dies fehlt oder funktioniert nicht:
health-attention = Dies funktioniert, erfordert jedoch Aufmerksamkeit:
health-useful = Dies wäre nützlich, fehlt aber:
health-rest = In Ordnung:
credential-ends = Meine Anmeldeinformationen für Microsoft 365 gelten nur noch bis { $at }. Danach kann ich nichts mehr sehen und nichts mehr schreiben. Bitte lassen Sie sie vorher von einem Administrator ersetzen; „python app.py check“ zeigt, wie.
sign-in-why = Um mir Ihr Foto und Ihr Profil anzusehen, benötige ich Ihre Anmeldung. Ich sehe dann, was Sie selbst sehen, mehr nicht. Meist meldet Teams Sie automatisch an. Falls nichts geschieht, fragen Sie mich bitte noch einmal. Ich antworte dann mit dem, was ich ohne Anmeldung sehen kann.
signed-out = Ihre Anmeldung ist bei mir nicht mehr gespeichert. In Teams bleiben Sie angemeldet.
signed-out-already = Bei mir ist keine Anmeldung von Ihnen gespeichert. Sie müssen nichts tun.
command-sign-out = abmelden, ausloggen, melde mich ab, mich abmelden, melden sie mich ab, logge mich aus
command-forget = vergiss mich, vergessen sie mich, mich vergessen, lösche meine daten, löschen sie meine daten, meine daten löschen
command-export = exportiere meine daten, exportieren sie meine daten, meine daten exportieren, meine daten herunterladen, schick mir meine daten, schicken sie mir meine daten
setup-done = Dieser Kanal gehört ab jetzt dem Helpdesk: Jedes Ticket bekommt hier eine Karte.
setup-elsewhere = Schreiben Sie das in den Kanal, den der Helpdesk verwenden soll.
setup-fixed = Welcher Kanal dem Helpdesk gehört, legt ein Administrator in meinen Einstellungen fest. Deshalb kann ich das hier nicht ändern.
setup-not-wanted = Ein Administrator muss zuerst in meinen Einstellungen „channel“ zu den Helpdesks hinzufügen.

## What was done by the helpdesk, and what was refused

did-start_for = Der Helpdesk hat für Sie eine Synchronisierung gestartet
did-allow_for = Der Helpdesk hat Ihnen erlaubt, früher zu starten
did-undo_for = Der Helpdesk hat die Änderung an Ihrem SharePoint-Profil rückgängig gemacht
did-refused = Es wurde eine Schaltfläche oder ein Befehl verwendet, der anderen vorbehalten ist; ausgeführt wurde nichts
did-asked = Sie haben nach Ihrem Foto oder Profil gefragt
