### Dutch. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings

finding-incident = Microsoft heeft op dit moment een probleem met { $service }. Daardoor kunnen foto's bij iedereen later verschijnen.
next-incident = U hoeft niets te doen. Microsoft werkt eraan onder nummer { $incident }. Kijk nog eens als het voorbij is.

finding-guest = U bent gast in deze organisatie. Uw foto staat hier daarom los van de foto in uw eigen organisatie.
next-guest = Een beheerder van deze organisatie kan de foto voor uw gastaccount instellen. Een wijziging in uw eigen organisatie werkt hier niet door.

finding-mastered_on_premises = Uw organisatie beheert foto's in een eigen gebruikersadministratie. In Microsoft 365 zijn ze daarom niet te wijzigen.
next-mastered_on_premises = De helpdesk kan uw foto daar laten wijzigen. Meestal is de nieuwe foto ongeveer een dag later in Microsoft 365 te zien.

finding-only_some_may_change = In uw organisatie mogen alleen bepaalde beheerders foto's wijzigen.
next-only_some_may_change = De helpdesk kan uw foto voor u laten wijzigen.

finding-mailbox_is_new = Uw postvak is nog geen uur oud. Foto's zijn pas bereikbaar als het klaar is.
next-mailbox_is_new = Meestal duurt dat een kwartier, soms een dag. Kijk later nog eens.

finding-no_mailbox = Microsoft 365 heeft geen foto van u. Uw account heeft geen postvak, en daar komen foto's meestal vandaan.
next-no_mailbox = U kunt een foto aan uw account toevoegen. De helpdesk kan u ook vertellen of er bij uw licentie een postvak hoort.

finding-no_photo = Microsoft 365 heeft geen foto van u. Er valt dus niets te tonen.
next-no_photo = Voeg een foto toe. Meestal is die binnen een dag overal te zien, soms duurt het tot drie dagen.

finding-throttled = Microsoft 365 vraagt mij nog even te wachten. Ik kan dus nog niet zeggen wat er met uw foto aan de hand is.
next-throttled = { $retry_at ->
    [none] Probeer het over een paar minuten opnieuw.
   *[other] Ik kan weer kijken vanaf { $retry_at }.
  }

finding-permission_missing = Ik mag niet alles bekijken wat ik nodig heb. Daarom kan ik niet zeggen wat er aan de hand is.
next-permission_missing = Een beheerder moet mij eerst een machtiging geven. De helpdesk kan dat regelen.

finding-sign_in_refused = Ik kon me niet aanmelden bij Microsoft 365. Daarom kan ik niet zeggen wat er aan de hand is.
next-sign_in_refused = Een beheerder moet naar mijn instellingen kijken. De helpdesk kan dat regelen.

finding-not_seen = Een onderdeel van Microsoft 365 gaf geen goed antwoord. Daarom kan ik niet zeggen wat er aan de hand is.
next-not_seen = Meestal gaat dat vanzelf over. Probeer het over een paar minuten opnieuw.

finding-no_profile = SharePoint heeft nog geen profiel van u. Daarom kan uw foto daar niet worden getoond.
next-no_profile = Open SharePoint één keer. Meestal is uw profiel er dan binnen een dag. Zo niet, dan kan de helpdesk uw licentie controleren.

finding-pull_switched_off = SharePoint toont niet de foto die Microsoft 365 van u heeft. Het overnemen van foto's staat voor uw account uit.
next-pull_switched_off = Een beheerder kan naar die instelling kijken. De helpdesk kan dat regelen.

finding-placeholder_shown = Microsoft 365 heeft een foto van u, maar SharePoint kreeg hem de laatste keer niet binnen en toont een lege afbeelding.
next-placeholder_shown = Ik kan SharePoint vragen uw foto opnieuw op te halen. Als alles goed gaat, staat hij er uiterlijk op { $expected_by }.

finding-never_pulled = Microsoft 365 heeft een foto van u, maar SharePoint heeft hem nog nooit opgehaald.
next-never_pulled = Ik kan SharePoint vragen uw foto op te halen. Als alles goed gaat, staat hij er uiterlijk op { $expected_by }.

finding-pull_not_due = SharePoint toont nog niet de foto die Microsoft 365 van u heeft. SharePoint haalt namelijk hooguit één keer per dag een foto op.
next-pull_not_due = Er is niets mis. De laatste keer dat SharePoint een foto ophaalde, was op { $pulled_at }. Dat kan weer vanaf { $possible_at }. Open SharePoint daarna een keer, of vraag het mij dan opnieuw. Meestal staat uw foto er uiterlijk op { $expected_by }.

finding-sharepoint_behind = SharePoint toont niet de foto die Microsoft 365 van u heeft. Waarschijnlijk heeft nog niemand SharePoint gevraagd de nieuwe op te halen.
next-sharepoint_behind = Ik kan SharePoint vragen uw foto op te halen. Als alles goed gaat, staat hij er uiterlijk op { $expected_by }.

finding-picture_unreadable = Een van uw foto's heeft een indeling die ik niet kan lezen. Daarom kan ik ze niet vergelijken.
next-picture_unreadable = Upload uw foto opnieuw, als JPEG- of PNG-bestand.

finding-only_cached = Microsoft 365 en SharePoint hebben dezelfde foto van u. Ziet u ergens een andere? Dan kijkt u naar een oudere kopie.
next-only_cached = Zulke kopieën worden meestal vanzelf vernieuwd. Hoelang dat per app duurt, is niet bekendgemaakt. Vaak helpt het om u af te melden en weer aan te melden, of om een privévenster in uw browser te openen.

finding-all_in_order = Microsoft 365 en SharePoint hebben dezelfde foto van u. Alles is in orde.
next-all_in_order = U hoeft niets te doen.

## Said beside a finding

finding-policy_unknown = Ik kon niet zien of u uw foto in uw organisatie zelf mag wijzigen.
finding-health_unknown = Ik kon niet zien of er bij Microsoft op dit moment een probleem bekend is.
finding-changes_on_premises = Foto's worden gewijzigd in de eigen gebruikersadministratie van uw organisatie, niet in Microsoft 365.
finding-changes_by_some = In uw organisatie mogen alleen bepaalde beheerders foto's wijzigen.

## What could not be seen

unseen = Dit kon ik niet bekijken: { $what }.
unseen-account = uw account
unseen-source_photo = uw foto in Microsoft 365
unseen-policy = de regels voor foto's
unseen-profile = uw SharePoint-profiel
unseen-sharepoint_photo = uw foto in SharePoint
unseen-incidents = de servicestatus van Microsoft

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Uw foto in Microsoft 365, waar hij vandaan komt
photo-sharepoint-alt = Uw foto in SharePoint
photo-none = geen foto
photo-unseen = kon ik niet bekijken
photo-since = bij mij bekend sinds { $at }
photo-pulled = opgehaald op { $at }

## Buttons

action-resync = Opnieuw synchroniseren
action-start = Starten
action-back = Nu niet
action-check = Opnieuw kijken
action-status = Hoe staat het ermee?
action-change = Mijn foto wijzigen
action-helpdesk = Vraag het de helpdesk
action-open-photo = Wijzigen in Microsoft 365
action-open-sharepoint = Bekijken in SharePoint
action-ask-check = Controleer mijn foto
action-ask-photo_stale = Ik zie nog mijn oude foto
action-ask-photo_missing = Mijn foto is niet te zien
action-ask-photo_change = Mijn foto wijzigen
action-ask-profile_stale = Naam of functie klopt niet
action-ask-profile_change = Mijn profiel bewerken
action-ask-sync_duration = Hoelang duurt het?
action-ask-sync_explain = Hoe werkt het?
action-ask-resync = Foto opnieuw synchroniseren
action-ask-status = Hoe staat het ermee?
action-ask-helpdesk = Vraag het de helpdesk
action-ask-help = Wat kan Resync?
action-ask-privacy = Wat bewaart Resync van mij?
action-ask-language = Welke talen spreekt Resync?
action-ask-thanks = Bedankt

## The resync

plan-title = Dit ga ik doen
plan-ask = SharePoint vragen uw foto op te halen.
plan-watch = Blijven kijken tot de foto er is, uiterlijk tot { $until }.
plan-tell = U hier laten weten hoe het is afgelopen.
plan-safe = Uw foto zelf verandert niet.

progress-title = Uw foto wordt opnieuw gesynchroniseerd
progress-asked = Aan SharePoint gevraagd op { $at }
progress-ask-failed = Mijn verzoek aan SharePoint is niet gelukt; ik herhaal het
progress-asking = Ik vraag SharePoint uw foto op te halen
progress-watching = Ik blijf kijken tot de foto er is; de volgende keer is op { $at }
progress-watching-now = Ik blijf kijken tot de foto er is
progress-tell = Ik laat het u hier weten, uiterlijk op { $until }
progress-help = U kunt zelf meehelpen: open SharePoint in een privévenster van uw browser (InPrivate of incognito) en meld u aan. Een privévenster bewaart geen oudere kopie van uw foto.
step-done = Klaar
step-now = Nu
step-next = Hierna

arrived-title = Uw nieuwe foto staat nu in SharePoint.
arrived-proof = Ik heb beide foto's vergeleken en ze zijn hetzelfde. Dat was op { $at }.
arrived-cache = Sommige apps tonen misschien nog een tijdje een oudere kopie. Die wordt meestal vanzelf vernieuwd.
arrived-summary = Goed nieuws over uw foto

stuck-title = Uw foto staat nog niet in SharePoint.
stuck-unseen = Ik kon niet zien of uw foto in SharePoint staat.
stuck-tried = Ik heb { $looks } keer gekeken, de laatste keer op { $at }.
stuck-next = De helpdesk kan u nu verder helpen: Microsoft heeft hiervoor een diagnose die een beheerder kan uitvoeren. Geef de helpdesk dit referentienummer: { $case }.
stuck-summary = Nieuws over uw foto

not-yours = Die kaart is van iemand anders. Vraag mij "waarom is mijn foto oud?", dan kijk ik naar uw foto.
no-case = Er loopt nu niets voor u. Vraag mij "waarom is mijn foto oud?", dan ga ik kijken.
no-resync-now = Opnieuw synchroniseren zou nu niet helpen.

## Answers

welcome-title = Hallo, ik ben Resync
welcome-about = Ik zoek uit waarom uw profielfoto in Microsoft 365 oud is of ontbreekt. Als u wilt, start ik de synchronisatie opnieuw en laat ik het u hier weten als de nieuwe foto er is.
welcome-try = Stel uw vraag in uw eigen woorden, in het Nederlands, Engels of Noors, bijvoorbeeld "waarom is mijn foto oud?".
welcome-limits = Ik kijk alleen naar uw eigen foto en profiel. Dat doe ik met machtigingen die een beheerder van uw organisatie mij heeft gegeven.
help-title = Dit kan ik voor u doen
welcome-summary = Hallo, ik ben Resync
team-welcome = Ik ben Resync. Ik help als een profielfoto oud is of ontbreekt. Stuur mij een bericht in een persoonlijke chat: daar kan ik naar uw eigen foto kijken.
personal-only = Wat ik over een foto te weten kom, is persoonlijk. Stel uw vraag in een persoonlijke chat met mij.
no-identity = Teams heeft mij niet laten weten wie u bent. Daarom kan ik niet naar uw foto kijken. Stuur mij een bericht vanuit uw eigen werkaccount, dan kijk ik alsnog.

change-title = Zo wijzigt u uw foto
change-how = Open Microsoft 365 op het web. Selecteer rechtsboven uw foto of uw initialen en daarna de camera. In Teams selecteert u uw foto of initialen en daarna nog een keer dezelfde afbeelding.
change-size = Gebruik een JPEG- of PNG-bestand van maximaal 4 MB.
change-after = Meestal is de foto binnen een dag overal te zien, soms duurt het tot drie dagen. Is hij er dan nog niet, stuur mij dan een bericht.

duration-title = Zo lang duurt het
duration-photo = Een nieuwe foto is meestal binnen een dag in SharePoint. Soms duurt het tot drie dagen. SharePoint haalt een foto alleen op als iemand erom vraagt, en hooguit één keer per 24 uur.
duration-profile = Bij namen, functies en afdelingen hangt het ervan af hoeveel wijzigingen er in de wachtrij staan. Zijn het er weinig, dan gaat het veel sneller. Zijn het er veel, dan duurt het langer.

explain-title = Zo werkt het
explain-photo = Uw foto wordt bewaard in Microsoft 365. SharePoint maakt er kopieën van in drie formaten, maar alleen als daarom wordt gevraagd. Meestal gebeurt dat wanneer u uw eigen SharePoint-pagina opent. Vraagt niemand erom, dan blijft de oude foto staan. Om de juiste foto te krijgen, moet een fotosynchronisatie worden gestart. Daar help ik u bij.
explain-profile = Namen, functies en afdelingen komen uit de gebruikersadministratie van uw organisatie. Ze worden regelmatig automatisch overgenomen.

profile-stale-title = Als uw naam, functie of afdeling niet klopt
profile-stale-how = Uw naam, functie, afdeling, leidinggevende en zakelijke telefoonnummer komen uit de gebruikersadministratie van uw organisatie. Een wijziging in SharePoint houdt geen stand: die wordt overschreven. De helpdesk of de personeelsafdeling kan de gegevens bij de bron laten wijzigen.
profile-change-title = Zo bewerkt u uw profiel
profile-change-how = Delve is op 16 december 2024 stopgezet. Open uw eigen profielkaart, bijvoorbeeld door in Microsoft 365 op uw naam te zoeken. Selecteer daar de knop om uw profiel bij te werken.
profile-change-limits = Uw naam, functie, afdeling, leidinggevende en zakelijke telefoonnummer kunt u daar niet bewerken. Die komen uit de gebruikersadministratie van uw organisatie.

status-none = Er loopt voor u nu geen synchronisatie.

helpdesk-title = Uw helpdesk
helpdesk-case = Uw referentienummer is { $case }. Geef dit nummer door aan de helpdesk.
helpdesk-found = Voor de helpdesk: { $found }
helpdesk-nocase = Vertel mij eerst wat er mis is. Dan kan ik u meegeven wat ik heb gevonden.
helpdesk-contact = Zo bereikt u de helpdesk: { $contact }
helpdesk-nocontact = Neem op de gebruikelijke manier contact op met de helpdesk van uw organisatie.

thanks = Graag gedaan.
privacy-title = Wat ik van u bewaar
privacy-what = Het nummer van uw account, hoe ik u in Teams kan bereiken, uw taal en tijdzone, wat ik over uw foto heb gevonden en sinds wanneer ik een foto ken. Van een foto bewaar ik een controlecode, nooit de foto zelf.
privacy-where = Dit blijft in de eigen database van uw organisatie. Daar gaat uw beheerder over. Wilt u het laten verwijderen? Vraag het de helpdesk.
language = Ik antwoord in de taal waarin u schrijft: Nederlands, Engels of Noors.
unknown-title = Dat heb ik niet begrepen
unknown-how = Ik weet het een en ander over profielfoto's en profielen in Microsoft 365. Kies een van deze vragen of stel uw vraag met andere woorden.
between-title = Wat bedoelt u?
failed-title = Er is bij mij iets misgegaan
failed-how = Dat ligt niet aan u. Probeer het zo meteen nog eens.
case-number = Referentienummer { $case }
next-label = Zo gaat het verder
