### Dutch. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = Ik heb in de gebruikersadministratie van deze organisatie geen account van u gevonden. Daarom kan ik uw foto niet bekijken.
next-account_not_found = De helpdesk kan uw account controleren. Is het nog maar net aangemaakt? Vraag het mij dan over een uur nog eens.

finding-incident = Microsoft heeft op dit moment een probleem met { $service }. Wijzigingen kunnen daardoor bij iedereen later doorkomen.
next-incident = U hoeft niets te doen. Microsoft werkt aan een oplossing onder incidentnummer { $incident }. Ik kan bij u terugkomen als het voorbij is.

finding-guest = U bent gast in deze organisatie. Uw foto en profiel staan hier daarom los van die in uw eigen organisatie.
next-guest = Een beheerder van deze organisatie kan ze voor uw gastaccount wijzigen. De helpdesk van deze organisatie kan dat regelen. Een wijziging in uw eigen organisatie werkt hier niet door.

finding-account_disabled = Aanmelden is voor dit account uitgeschakeld. SharePoint neemt van zulke accounts geen wijzigingen over.
next-account_disabled = Een beheerder kan aanmelden weer inschakelen. De helpdesk kan dat regelen. Daarna duurt het meestal ongeveer een dag.

finding-account_recreated = SharePoint koppelt uw naam nog aan een eerder account dat niet meer bestaat. Dat gebeurt als een account is verwijderd en opnieuw is aangemaakt.
next-account_recreated = Een SharePoint-beheerder kan dit herstellen met de diagnose "Site User ID Mismatch" van Microsoft. De helpdesk kan dat regelen. Het duurt ongeveer een dag.

finding-service_rejected = Een Microsoft 365-service meldt een fout bij uw account en heeft niet al uw gegevens overgenomen.
next-service_rejected = Een beheerder moet naar de fout kijken. De helpdesk kan dat regelen; ik heb de details daarvoor genoteerd. Het kan enkele dagen duren.

finding-directory_conflict = Uw account kan niet worden gesynchroniseerd vanuit de eigen gebruikersadministratie van uw organisatie, omdat een van uw gegevens ook door een ander account wordt gebruikt.
next-directory_conflict = Een beheerder moet dit conflict oplossen. De helpdesk kan dat regelen. Daarna komen wijzigingen meestal binnen een dag door.

finding-sync_stopped = De synchronisatie met de eigen gebruikersadministratie van uw organisatie lijkt te zijn gestopt. Wijzigingen die daar worden aangebracht, komen op dit moment waarschijnlijk niet door.
next-sync_stopped = Laat dit de helpdesk weten, want het treft veel mensen. Zodra de synchronisatie weer loopt, komen wijzigingen meestal binnen een dag door.

## Findings: who may change a photo

finding-mastered_on_premises = Uw organisatie beheert foto's in de eigen gebruikersadministratie. Daarom kunnen ze niet in Microsoft 365 worden gewijzigd.
next-mastered_on_premises = De helpdesk kan uw foto daar laten wijzigen. Meestal is de nieuwe foto ongeveer een dag later in Microsoft 365 te zien.

finding-only_some_may_change = In uw organisatie mogen alleen bepaalde beheerders foto's wijzigen.
next-only_some_may_change = De helpdesk kan uw foto voor u laten wijzigen.

finding-policy_unknown = { $why ->
    [forbidden] Ik mag de regels voor foto's niet bekijken. Daarom kan ik niet zeggen of u uw foto zelf mag wijzigen.
   *[other] Ik kon de regels voor foto's zojuist niet bekijken. Daarom kan ik niet zeggen of u uw foto zelf mag wijzigen.
  }
next-policy_unknown = U kunt proberen een foto te uploaden. Lukt dat niet, dan kan de helpdesk u vertellen wie de foto mag wijzigen.

finding-mailbox_policy = In de regels voor foto's die ik kan zien, staat niets waardoor u uw foto niet zou kunnen wijzigen. Lukt het in Outlook of Teams toch niet, dan komt dat waarschijnlijk door een regel voor uw postvak. Zulke regels kan ik niet zien.
next-mailbox_policy = Een beheerder kan de regels voor uw postvak controleren. De helpdesk kan dat regelen. Het kan een dag duren voordat een wijziging van zo'n regel merkbaar is.

finding-upload_refused = Microsoft 365 accepteert foto's alleen als JPEG- of PNG-bestand van maximaal 4 MB.
next-upload_refused = Sla uw foto op als JPEG-bestand, zo nodig kleiner, en upload de foto opnieuw. Meestal is die binnen een dag overal te zien, maar het kan tot drie dagen duren.

finding-new_upload_refused = Microsoft 365 heeft een foto van u. Waarom een andere werd geweigerd, kan ik niet zien. Alleen JPEG- en PNG-bestanden van maximaal 4 MB worden geaccepteerd.
next-new_upload_refused = Sla uw foto op als JPEG-bestand, zo nodig kleiner, en upload de foto opnieuw. Wordt die nog een keer geweigerd, dan kan de helpdesk ernaar kijken.

## Findings: where the photo comes from

finding-mailbox_on_premises = Uw postvak staat niet in Microsoft 365, maar bij uw organisatie zelf. Dat geldt ook voor de foto die erbij hoort.
next-mailbox_on_premises = De helpdesk kan uw foto daar laten instellen.

finding-mailbox_is_new = Uw postvak is nieuw en nog niet helemaal klaar. Tot die tijd zijn foto's niet beschikbaar.
next-mailbox_is_new = Meestal duurt dat een kwartier, soms een dag. Ik kan bij u terugkomen op { $look_again_at }.

finding-no_mailbox = Microsoft 365 heeft geen foto van u. Uw account heeft geen postvak, en daar komen foto's meestal vandaan.
next-no_mailbox = U kunt een foto aan uw account toevoegen. De helpdesk kan u ook vertellen of er bij uw licentie een postvak hoort.

finding-no_photo = Microsoft 365 heeft geen foto van u. Er kan dus niets worden getoond.
next-no_photo = Voeg een foto toe. Meestal is die binnen een dag overal te zien, maar het kan tot drie dagen duren.

finding-directory_photo = Microsoft 365 en SharePoint hebben dezelfde foto van u. Het is een heel kleine foto, die waarschijnlijk uit de eigen gebruikersadministratie van uw organisatie komt.
next-directory_photo = De helpdesk kan daar een nieuwe foto laten plaatsen of kan u vertellen of u zelf een foto mag uploaden. Meestal is de nieuwe foto ongeveer een dag later te zien.

## Findings: nothing can be said

finding-throttled = Microsoft 365 heeft mij gevraagd even te wachten voordat ik kijk. Ik kan dus nog niet zeggen wat er aan de hand is.
next-throttled = { $retry_at ->
    [none] Probeer het over een paar minuten opnieuw.
   *[other] Ik kan weer kijken vanaf { $retry_at }.
  }

finding-permission_missing = Ik mag niet alles bekijken wat ik nodig heb. Daarom kan ik niet zeggen wat er aan de hand is.
next-permission_missing = Een beheerder moet mij eerst een machtiging geven. De helpdesk kan dat regelen.

finding-sign_in_refused = Ik kon me niet aanmelden bij Microsoft 365. Daarom kan ik niet zeggen wat er aan de hand is.
next-sign_in_refused = Een beheerder moet naar mijn instellingen kijken. De helpdesk kan dat regelen.

finding-signed_out = Zonder uw aanmelding kan ik uw foto en uw profiel niet bekijken. Daarom kan ik niet zeggen wat er aan de hand is.
next-signed_out = Kies "Opnieuw kijken", dan meldt Teams u aan. Lukt dat niet, dan kan de helpdesk helpen.

finding-other_geography = Uw SharePoint-profiel wordt bewaard in een andere regio, waar ik niet mag kijken. Daarom kan ik niet zeggen wat er aan de hand is.
next-other_geography = Een beheerder kan die regio aan mijn instellingen toevoegen. De helpdesk kan dat regelen.

finding-not_seen = Een onderdeel van Microsoft 365 reageerde niet goed. Daarom kan ik niet zeggen wat er aan de hand is.
next-not_seen = Meestal gaat dat vanzelf over. Probeer het over een paar minuten opnieuw, of vraag mij erop terug te komen.

finding-account_unknown = { $why ->
    [forbidden] Ik mag uw account niet bekijken. Daarom kan ik niet zeggen of u gast bent, of u een postvak hebt en of u SharePoint mag gebruiken.
   *[other] Ik kon uw account zojuist niet bekijken. Daarom kan ik niet zeggen of u gast bent, of u een postvak hebt en of u SharePoint mag gebruiken.
  }
next-account_unknown = { $why ->
    [forbidden] Voor zover ik kan zien, hebben Microsoft 365 en SharePoint dezelfde foto van u. Een beheerder kan mij de ontbrekende machtiging geven. De helpdesk kan dat regelen.
   *[other] Voor zover ik kan zien, hebben Microsoft 365 en SharePoint dezelfde foto van u. Kijk over een paar minuten nog eens.
  }

## Findings: the way to SharePoint

finding-not_licensed = SharePoint heeft geen profiel van u, omdat uw account geen licentie voor SharePoint heeft.
next-not_licensed = De helpdesk kan u vertellen of u een licentie krijgt. Daarna wordt uw profiel meestal binnen een dag gemaakt.

finding-no_profile = SharePoint heeft nog geen profiel van u. Daarom kan uw foto daar niet worden getoond.
next-no_profile = Open SharePoint één keer. Meestal wordt uw profiel dan binnen een dag gemaakt. Is het er dan nog niet, dan kan de helpdesk uw licentie controleren.

finding-photo_without_mailbox = Microsoft 365 heeft een foto van u, maar SharePoint toont die niet. Uw account heeft geen postvak. Mogelijk neemt SharePoint van zulke accounts geen foto's over.
next-photo_without_mailbox = U kunt de foto zelf in uw SharePoint-profiel zetten: kies "Mijn foto wijzigen". De helpdesk kan u ook vertellen of er bij uw licentie een postvak hoort.

finding-pull_switched_off = SharePoint toont niet de foto die Microsoft 365 van u heeft. Het overnemen van foto's is voor uw account uitgeschakeld.
next-pull_switched_off = Een beheerder kan naar die instelling kijken. De helpdesk kan dat regelen.

finding-pull_stuck = SharePoint toont nog steeds niet de foto die Microsoft 365 van u heeft, hoewel ik een verzoek om die op te halen heb gedaan op { $asked_at }.
next-pull_stuck = Een beheerder kan de diagnose van Microsoft voor profielfoto's uitvoeren en de instellingen van de eigenschap "Afbeelding" controleren. De helpdesk kan dat regelen.

finding-placeholder_shown = Microsoft 365 heeft een foto van u, maar SharePoint heeft die bij de laatste poging niet ontvangen en toont een lege afbeelding.
next-placeholder_shown = Ik kan SharePoint vragen uw foto opnieuw op te halen. Als alles goed gaat, is die er uiterlijk op { $expected_by }.

finding-never_pulled = Microsoft 365 heeft een foto van u, maar SharePoint heeft die nog nooit opgehaald.
next-never_pulled = Ik kan SharePoint vragen uw foto op te halen. Als alles goed gaat, is die er uiterlijk op { $expected_by }.

finding-pull_not_due = SharePoint toont nog niet de foto die Microsoft 365 van u heeft. SharePoint haalt namelijk hooguit één keer per dag een foto op.
next-pull_not_due = Er is niets mis. SharePoint heeft voor het laatst een foto opgehaald op { $pulled_at }. Dat kan opnieuw vanaf { $possible_at }. Ik kan dan bij u terugkomen. Meestal is uw foto er uiterlijk op { $expected_by }.

finding-sharepoint_behind = SharePoint toont niet de foto die Microsoft 365 van u heeft. Waarschijnlijk heeft nog niemand SharePoint gevraagd de nieuwe op te halen.
next-sharepoint_behind = Ik kan SharePoint vragen uw foto op te halen. Als alles goed gaat, is die er uiterlijk op { $expected_by }.

finding-sizes_differ = SharePoint toont uw nieuwe foto in het ene formaat, maar in een ander formaat nog de vorige.
next-sizes_differ = Ik kan SharePoint vragen uw foto opnieuw op te halen. Als alles goed gaat, kloppen alle formaten uiterlijk op { $expected_by }.

finding-picture_unreadable = Een van uw foto's heeft een indeling die ik niet kan lezen. Daarom kan ik ze niet vergelijken.
next-picture_unreadable = Upload uw foto opnieuw, als JPEG- of PNG-bestand.

finding-picture_elsewhere = SharePoint verwijst voor uw foto naar een locatie waar ik niet kijk. Daarom kan ik de twee foto's niet vergelijken.
next-picture_elsewhere = Upload uw foto opnieuw in Microsoft 365. Toont SharePoint na { $expected_by } nog steeds een andere foto, dan kan de helpdesk ernaar kijken.

finding-picture_state_unknown = Microsoft 365 en SharePoint hebben dezelfde foto van u, maar SharePoint meldt er een status bij die ik niet ken.
next-picture_state_unknown = Ziet u uw foto niet in SharePoint, dan kan de helpdesk ernaar kijken. De details staan voor de helpdesk klaar.

finding-pulled_another = SharePoint heeft voor het laatst een foto opgehaald op { $pulled_at }. Microsoft 365 had deze foto toen al, maar SharePoint toont nog steeds een andere.
next-pulled_another = Een beheerder kan de diagnose van Microsoft voor profielfoto's uitvoeren. De helpdesk kan dat regelen. U kunt mij het ook nog een keer aan SharePoint laten vragen.

## Findings: only a copy is old

finding-only_cached = Microsoft 365 en SharePoint hebben dezelfde foto van u. Ziet u ergens een andere? Dan kijkt u naar een oudere kopie.
next-only_cached = { $place ->
    [teams] Teams bewaart zelf kopieën en vernieuwt die automatisch. Hoelang dat in de huidige versie van Teams duurt, is niet bekendgemaakt. Vaak helpt het om u af te melden bij Teams en u daarna weer aan te melden. Vergelijk het ook met Teams in een webbrowser.
   *[other] Zulke kopieën worden meestal vanzelf vernieuwd. Hoelang dat per app duurt, is niet bekendgemaakt. Vaak helpt het om u af te melden en u daarna weer aan te melden, of om een privévenster van uw browser te openen.
  }

finding-cached_in_outlook = Microsoft 365 en SharePoint hebben dezelfde foto van u. Wat u in Outlook ziet, is waarschijnlijk een oudere kopie.
next-cached_in_outlook = Outlook vernieuwt het adresboek ongeveer één keer per dag. Ziet u de oude foto nog na { $expected_by }? Download dan het adresboek in Outlook en controleer of Outlook is ingesteld om foto's te tonen.

finding-copied_elsewhere = Hier hebben Microsoft 365 en SharePoint dezelfde foto van u. Wat mensen in een andere organisatie zien, is waarschijnlijk een kopie die daar wordt bewaard.
next-copied_elsewhere = Zo'n kopie wordt meestal vanzelf vernieuwd. Dat kan enkele dagen duren. Van hieruit is er niets aan te doen, maar de ander kan zich afmelden en weer aanmelden.

finding-cached_in_browser = Microsoft 365 en SharePoint hebben dezelfde foto van u. Wat u ziet, is waarschijnlijk een kopie die uw browser heeft bewaard.
next-cached_in_browser = Laad de pagina opnieuw, of open de pagina in een privévenster van uw browser om te vergelijken.

finding-site_copy_old = Uw profiel klopt, maar deze site toont er nog een oudere kopie van. Elke site bewaart een eigen kopie en vernieuwt die alleen voor mensen die daar actief zijn.
next-site_copy_old = Bewerk of upload iets op die site. De kopie wordt dan meestal binnen een dag vernieuwd. Zo niet, dan kan de eigenaar van de site of de helpdesk de kopie laten herstellen.

finding-site_unnamed = Microsoft 365 en SharePoint hebben dezelfde foto van u. Een site bewaart een eigen kopie en vernieuwt die alleen voor mensen die daar actief zijn.
next-site_unnamed = Stuur mij het adres van de site, dan bekijk ik de kopie daar. Als u er iets bewerkt of uploadt, wordt de kopie meestal binnen een dag vernieuwd.

finding-hidden_from_lists = U bent verborgen in adreslijsten. Mensen die naar u zoeken, vinden u en uw foto daardoor misschien niet.
next-hidden_from_lists = Is dat niet de bedoeling? Een beheerder kan het wijzigen. De helpdesk kan dat regelen. Meestal ziet u de wijziging ongeveer een dag later.

finding-all_in_order = Microsoft 365 en SharePoint hebben dezelfde foto van u. Alles is in orde.
next-all_in_order = U hoeft niets te doen.

## Findings: the texts of a profile

finding-texts_differ = Nog niet alles wat in de gebruikersadministratie van uw organisatie over u staat, is in SharePoint aangekomen.
next-texts_differ = Meestal gebeurt dat binnen een dag, uiterlijk op { $expected_by }. Hoelang het duurt, hangt af van het aantal wijzigingen in de wachtrij. Zijn het er weinig, dan gaat het veel sneller. Zijn het er veel, dan duurt het langer. Ik kan dit niet voor u starten.

finding-texts_overdue = Niet alles wat in de gebruikersadministratie van uw organisatie over u staat, is in SharePoint aangekomen. Dat is al meer dan een dag zo.
next-texts_overdue = Alles had er inmiddels moeten zijn. Een beheerder kan ernaar kijken. De helpdesk kan dat regelen.

finding-directory_is_master = Wat in de gebruikersadministratie van uw organisatie over u staat, is hetzelfde als wat SharePoint toont.
next-directory_is_master = { $master ->
    [premises] Uw naam, functie, afdeling, leidinggevende en zakelijke telefoonnummer komen uit de eigen gebruikersadministratie van uw organisatie. Een wijziging in SharePoint of Microsoft 365 wordt na enige tijd overschreven. De helpdesk of de personeelsafdeling kan de gegevens in die gebruikersadministratie laten wijzigen. Daarna ziet u de wijziging meestal binnen een dag.
    [probably] Uw naam, functie, afdeling, leidinggevende en zakelijke telefoonnummer komen waarschijnlijk uit de eigen gebruikersadministratie van uw organisatie. Een wijziging in SharePoint of Microsoft 365 wordt dan na enige tijd overschreven. De helpdesk of de personeelsafdeling kan de gegevens in die gebruikersadministratie laten wijzigen. Daarna ziet u de wijziging meestal binnen een dag.
   *[cloud] Uw naam, functie, afdeling, leidinggevende en zakelijke telefoonnummer komen uit de gebruikersadministratie van uw organisatie. Een wijziging in SharePoint wordt na enige tijd overschreven. De helpdesk of de personeelsafdeling kan de gegevens in de gebruikersadministratie laten wijzigen. Daarna ziet u de wijziging meestal binnen een dag.
  }

finding-texts_cached = De gegevens over u in de gebruikersadministratie van uw organisatie en in SharePoint zijn hetzelfde. Wat u elders ziet, is waarschijnlijk een oudere kopie.
next-texts_cached = Zulke kopieën worden meestal vanzelf vernieuwd. Het kan tot twee dagen duren voordat wijzigingen op profielkaarten te zien zijn. Bij een SharePoint-site helpt het vaak om daar iets te bewerken of te uploaden. Verandert er niets, dan kan de helpdesk ernaar kijken.

finding-field_not_synced = SharePoint neemt dit niet over uit de gebruikersadministratie van uw organisatie: { $field }.
next-field_not_synced = Een wijziging in de gebruikersadministratie wordt in SharePoint niet zichtbaar. Misschien kunt u dit gegeven in uw eigen profiel bewerken. Zo niet, dan kan een beheerder het laten invullen.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] Ik mag niet zien of er bij Microsoft op dit moment een probleem bekend is.
   *[other] Ik kon niet zien of er bij Microsoft op dit moment een probleem bekend is.
  }
finding-sync_unknown = { $why ->
    [forbidden] Ik mag niet zien of de synchronisatie met de eigen gebruikersadministratie van uw organisatie loopt.
   *[other] Ik kon niet zien of de synchronisatie met de eigen gebruikersadministratie van uw organisatie loopt.
  }
finding-site_unknown = { $why ->
    [forbidden] Ik mag de kopie van uw profiel op die site niet bekijken.
    [elsewhere] Ik heb die site niet gevonden in uw organisatie. Daarom kon ik de kopie van uw profiel daar niet bekijken.
   *[other] Ik kon de kopie van uw profiel op die site niet bekijken.
  }
unseen = Dit kon ik niet bekijken: { $what }.
unseen-forbidden = Dit mag ik niet bekijken: { $what }.
unseen-account = uw account
unseen-source_photo = uw foto in Microsoft 365
unseen-policy = de regels voor foto's
unseen-profile = uw SharePoint-profiel
unseen-sharepoint_photo = uw foto in SharePoint
unseen-small_photos = de kleinere formaten van uw foto in SharePoint
unseen-incidents = de servicestatus van Microsoft
unseen-organization = de synchronisatie met de eigen gebruikersadministratie van uw organisatie
unseen-site_entry = de kopie van uw profiel op de site

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Uw foto in Microsoft 365, waar de foto vandaan komt
photo-sharepoint-alt = Uw foto in SharePoint
photo-none = geen foto
photo-unseen = kon niet worden bekeken
photo-since = bij mij bekend sinds { $at }
photo-changed = gewijzigd tussen { $before } en { $at }
photo-pulled = opgehaald op { $at }

## The texts of a profile

text-empty = (leeg)
texts-same = Op beide plaatsen hetzelfde: { $names }.
told = Wat u mij hebt verteld: { $what }
since = sinds { $day }
since-month = sinds { $month }
place-teams = in Teams
place-outlook = in Outlook
place-sharepoint = in SharePoint
place-delve = in Delve
place-browser = in de browser
place-phone = op de telefoon
place-elsewhere = in een andere organisatie
place-site = op een site
attribute-login = Gebruikersnaam
attribute-display_name = Naam
attribute-first_name = Voornaam
attribute-last_name = Achternaam
attribute-job_title = Functie
attribute-department = Afdeling
attribute-manager = Leidinggevende
attribute-office = Kantoor
attribute-work_phone = Zakelijk telefoonnummer
attribute-mail = E-mailadres
attribute-language = Taal
attribute-mobile = Mobiel telefoonnummer
attribute-company = Bedrijf
attribute-employee_id = Werknemers-id
attribute-address = Adres

## Buttons

action-facts = Details
action-details = Details voor de helpdesk

action-resync = Opnieuw synchroniseren
action-start = Starten
action-back = Nu niet
action-check = Opnieuw kijken
action-status = Hoe staat het ermee?
action-remind = Herinner mij eraan
action-stop = Stoppen
action-mute = Berichten uitschakelen
action-unmute = Berichten inschakelen
action-history = Wat is er gedaan?
action-change = Mijn foto wijzigen
action-helpdesk = Vraag het de helpdesk
action-open-account = Mijn account openen
action-open-photo = Wijzigen in Microsoft 365
action-open-editor = Bewerken in SharePoint
action-open-profile = Weergeven in Microsoft 365
action-speak = Deze taal gebruiken
action-privacy = Terug
action-export = Mijn gegevens exporteren
action-forget = Mij vergeten
action-erase = Ja, vergeet mij
action-open-sharepoint = Bekijken in SharePoint
action-ask-check = Mijn foto controleren
action-ask-photo_stale = Waarom is mijn foto oud?
action-ask-photo_missing = Mijn foto is niet te zien
action-ask-photo_change = Mijn foto wijzigen
action-ask-profile_stale = Naam of functie klopt niet
action-ask-profile_change = Mijn profiel bewerken
action-ask-sync_duration = Hoelang duurt het?
action-ask-sync_explain = Hoe werkt het?
action-ask-resync = Foto opnieuw synchroniseren
action-ask-status = Hoe staat het ermee?
action-ask-stop = Synchronisatie stoppen
action-ask-mute = Stuur mij geen berichten
action-ask-remind = Laat weten wanneer het kan
action-ask-history = Wat heeft Resync gedaan?
action-ask-helpdesk = Vraag het de helpdesk
action-ask-help = Wat kan Resync?
action-ask-privacy = Wat bewaart Resync van mij?
action-ask-language = Welke talen spreekt Resync?
action-ask-thanks = Bedankt

## The resync

plan-title = Dit ga ik doen
plan-ask = SharePoint vragen uw foto op te halen.
plan-as_person = SharePoint namens u vragen uw foto op te halen, met uw eigen aanmelding bij Microsoft 365. Die wordt alleen voor dit ene verzoek gebruikt en niet bewaard.
plan-guide = U laten zien hoe u zelf uw SharePoint-pagina opent. Ook dan haalt SharePoint uw foto op.
plan-republish = Als dat binnen tien minuten niet helpt en uw organisatie het toestaat: uw huidige foto nog een keer in Microsoft 365 plaatsen, precies zoals die is.
plan-repair = De twee instellingen in uw SharePoint-profiel aanpassen die verhinderen dat uw foto wordt opgehaald. De oude waarden worden bewaard.
plan-watch = Blijven kijken tot de foto er is, uiterlijk tot { $until }.
plan-tell = U hier laten weten hoe het is afgelopen.
plan-safe = Uw foto zelf wordt niet gewijzigd.
plan-flags = Uw foto zelf wordt niet gewijzigd. Een beheerder kan de wijziging in uw profiel ongedaan maken.
plan-limited = U kunt een synchronisatie starten vanaf { $at } { $minutes ->
    [one] (over één minuut).
   *[other] (over { $minutes } minuten).
  } De helpdesk kan regelen dat u eerder mag starten.

progress-title = Uw foto wordt opnieuw gesynchroniseerd
progress-asked = Mijn verzoek is naar SharePoint verstuurd op { $at }
progress-ask-failed = Mijn verzoek aan SharePoint is niet gelukt; ik probeer het opnieuw
progress-as_person = Een verzoek namens u is naar SharePoint verstuurd op { $at }
progress-not-as-person = Het is niet gelukt SharePoint namens u te vragen; al het andere gaat door
progress-asking = Ik vraag SharePoint uw foto op te halen
progress-watching = Ik blijf kijken tot de foto er is; de volgende keer op { $at }
progress-watching-now = Ik blijf kijken tot de foto er is
progress-tell = Ik laat het u hier weten, uiterlijk op { $until }
progress-guide = U kunt meehelpen door zelf uw SharePoint-pagina te openen in een privévenster van uw browser. Ik merk het vanzelf als het is gelukt.
progress-address = Zo doet u dat: kopieer het adres hieronder, open een privévenster in uw browser, plak het adres daar en meld u aan. Een privévenster heeft geen oudere kopie van uw foto.
progress-pulled = SharePoint heeft een foto opgehaald op { $at }
progress-republish = Uw foto is ongewijzigd nog een keer in Microsoft 365 geplaatst op { $at }
progress-repair = Twee instellingen in uw SharePoint-profiel zijn aangepast op { $at }
progress-quiet = Ik stuur geen bericht; op deze kaart ziet u hoe het afloopt
progress-changed = Uw foto is gewijzigd nadat u de synchronisatie had gestart. Ik wacht nu op de nieuwste foto.
step-done = Klaar:
step-now = Nu:
step-next = Hierna:

arrived-title = Uw nieuwe foto staat nu in SharePoint.
arrived-proof = Ik heb de foto's in Microsoft 365 en SharePoint vergeleken op { $at }. Ze zijn hetzelfde.
arrived-cache = Sommige apps tonen misschien nog een tijdje een oudere kopie. Die wordt meestal vanzelf vernieuwd.
arrived-summary = Goed nieuws over uw foto

stuck-title = Uw foto staat nog niet in SharePoint.
stuck-unseen = Ik kon niet zien of uw foto al in SharePoint staat.
stuck-tried = { $looks ->
    [one] Ik heb één keer gekeken, op { $at }.
   *[other] Ik heb { $looks } keer gekeken, de laatste keer op { $at }.
  }
stuck-removed = Er staat geen foto meer van u in Microsoft 365. SharePoint kan dus niets ophalen.
stuck-next = De helpdesk kan het nu overnemen: Microsoft heeft voor precies dit geval een diagnose die een beheerder kan uitvoeren. Het referentienummer is { $case }.
stuck-escalated = Ik heb dit doorgegeven aan uw helpdesk als melding { $case }, met alles wat ik heb gevonden en geprobeerd.
stuck-summary = Nieuws over uw foto
waiting-title = Ik kom hierop bij u terug
waiting-until = Ik kijk opnieuw op { $at }.
waiting-then = Als er dan nieuws is, laat ik het u hier weten. Tot die tijd hoeft u niets te doen.
waiting-then-quiet = Ik stuur geen bericht; op deze kaart ziet u hoe het ervoor staat.
reminded-notice = U hebt mij gevraagd hierop bij u terug te komen. Wilt u de volgende keer geen bericht? Kies dan "Berichten uitschakelen" op de kaart zolang de herinnering loopt.
stopped-waiting = De herinnering is gestopt, zoals u had gevraagd
stopped-waiting-at = Gestopt op { $at }. U kunt het mij altijd opnieuw vragen.
did-shown = ik heb op de kaart laten zien hoe het is afgelopen, zonder bericht
reminded-title = Ik heb opnieuw gekeken, zoals u had gevraagd
reminded-at = Ik heb gekeken op { $at }; wat ik heb gevonden, komt in een apart bericht
reminded-summary = U hebt mij gevraagd hierop bij u terug te komen
stopped-title = De synchronisatie is gestopt, zoals u had gevraagd
stopped-at = Gestopt op { $at }. Als SharePoint uw foto al aan het ophalen is, kan die nog in SharePoint verschijnen.
outdated = Deze kaart is verouderd. Op de nieuwste kaart ziet u hoe het ervoor staat.
muted-notice = Ik stuur u hierover geen berichten.
unmuted-notice = Ik stuur u weer een bericht als er nieuws is.
ended-why-helpdesk = U krijgt dit bericht omdat uw helpdesk een synchronisatie voor u heeft gestart. Wilt u de volgende keer geen bericht? Kies dan "Berichten uitschakelen" op de kaart zolang de synchronisatie loopt.
ended-why = U krijgt dit bericht omdat u een synchronisatie hebt gestart. Wilt u de volgende keer geen bericht? Kies dan "Berichten uitschakelen" op de kaart zolang de synchronisatie loopt.
history-title = Dit is er gedaan, van oud naar nieuw
history-none = Tot nu toe is er niets aan uw foto of profiel gedaan.
did = { $at }: { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = u hebt een synchronisatie gestart
did-stop = u hebt dit gestopt
did-mute = u hebt berichten uitgeschakeld
did-unmute = u hebt berichten ingeschakeld
did-remind = u hebt om een herinnering gevraagd
did-ask = ik heb SharePoint gevraagd uw foto op te halen
did-as_person = ik heb SharePoint namens u gevraagd uw foto op te halen
did-republish = ik heb uw foto ongewijzigd nog een keer in Microsoft 365 geplaatst
did-repair = ik heb twee instellingen in uw SharePoint-profiel aangepast
did-undo = een beheerder heeft de wijziging in uw SharePoint-profiel ongedaan gemaakt
did-allow = een beheerder heeft u toegestaan eerder te starten
did-arrived = ik heb gezien dat uw foto in SharePoint staat
did-still_stuck = ik ben gestopt met wachten
did-reminded = ik heb opnieuw gekeken, zoals u had gevraagd
did-escalated = ik heb dit doorgegeven aan de helpdesk
did-told = ik heb u laten weten hoe het is afgelopen
did-not_told = ik kon u niet bereiken
outcome-refused = dit was niet toegestaan
outcome-failed = dit is niet gelukt
outcome-uncertain = het is niet bekend of dit is gelukt
outcome-needless = dit was niet nodig
stuck-diagnostic = Voor beheerders: de diagnose van Microsoft voor profielfoto's

not-yours = Die kaart is van iemand anders. Vraag mij "Waarom is mijn foto oud?", dan bekijk ik uw foto.
no-case = Er loopt op dit moment niets voor u. Vraag mij "Waarom is mijn foto oud?", dan ga ik kijken.
no-resync-now = Opnieuw synchroniseren zou nu niet helpen.

## Answers

welcome-title = Hallo, ik ben Resync
welcome-about = Ik zoek uit waarom uw profielfoto in Microsoft 365 oud is of ontbreekt. Als u wilt, start ik een nieuwe synchronisatie en laat ik u hier weten wanneer de nieuwe foto er is.
welcome-try = Stel uw vraag in uw eigen woorden, in het { $languages }, bijvoorbeeld "Waarom is mijn foto oud?".
welcome-limits = Ik kijk alleen naar uw eigen foto en profiel. Dat doe ik met machtigingen die een beheerder van uw organisatie mij heeft gegeven.
help-title = Dit kan ik voor u doen
menu-check = Ik bekijk uw foto en profiel en vertel u wat ik zie.
menu-photo_stale = Ik zoek uit waar uw foto is blijven steken en wat helpt.
menu-photo_change = Ik vertel u waar u uw foto wijzigt en of u dat mag.
menu-profile_stale = Ik vergelijk uw profiel veld voor veld met de gebruikersadministratie.
menu-sync_duration = Ik vertel u hoelang het duurt, in het algemeen en voor u.
menu-resync = Ik laat u zien wat ik ga doen, en u beslist.
menu-status = Ik vertel u hoe het staat met uw synchronisatie of uw melding.
menu-tickets = Ik toon uw meldingen bij de helpdesk.
menu-helpdesk = Ik geef uw vraag door, met alles wat ik heb gevonden.
menu-contact = Ik vertel u hoe u de helpdesk bereikt en wat u daar kunt doorgeven.
menu-language = Ik vertel u welke talen ik spreek, en u kiest er een.
menu-privacy = Ik vertel u welke gegevens ik van u bewaar. U kunt een kopie krijgen of ze laten wissen.
menu-help = Ik laat u zien wat ik allemaal kan.
welcome-summary = Hallo, ik ben Resync
team-welcome = Ik ben Resync. Ik help mensen van wie de profielfoto oud is of ontbreekt. Stuur mij een bericht in een persoonlijke chat: daar kan ik uw eigen foto bekijken.
team-added = Toegevoegd door:
personal-only = Wat ik over een foto te weten kom, is persoonlijk. Stel uw vraag in een persoonlijke chat met mij.
no-identity = Teams heeft mij niet laten weten wie u bent. Daarom kan ik uw foto niet bekijken. Stuur mij een bericht vanuit uw eigen werkaccount, dan doe ik dat alsnog.

change-title = Zo wijzigt u uw foto
change-how = Open Microsoft 365 op het web. Selecteer rechtsboven uw foto of uw initialen en daarna het camerapictogram. In Teams selecteert u uw foto of initialen en daarna nog een keer dezelfde afbeelding.
change-size = Gebruik een JPEG- of PNG-bestand van maximaal 4 MB.
change-after = Meestal is de foto binnen een dag overal te zien, maar het kan tot drie dagen duren. Ziet u de foto dan nog niet? Stuur mij dan een bericht.

duration-title = Zo lang duurt het
duration-photo = Een nieuwe foto is meestal binnen een dag in SharePoint, maar het kan tot drie dagen duren. SharePoint haalt een foto alleen op als iemand erom vraagt, en hooguit één keer per 24 uur.
duration-profile = Bij namen, functies en afdelingen hangt het ervan af hoeveel wijzigingen er in de wachtrij staan. Zijn het er weinig, dan gaat het veel sneller. Zijn het er veel, dan duurt het langer.
duration-apps = Teams, Outlook en browsers bewaren eigen kopieën. Outlook vernieuwt het adresboek ongeveer één keer per dag. Voor de huidige versie van Teams is geen termijn bekendgemaakt.

explain-title = Zo werkt het
explain-photo = Uw foto wordt bewaard in Microsoft 365. SharePoint maakt er kopieën van in drie formaten, maar alleen als daarom wordt gevraagd. Meestal gebeurt dat wanneer u uw eigen SharePoint-pagina opent. Vraagt niemand erom, dan blijft de oude foto staan. De juiste foto verschijnt pas als een fotosynchronisatie wordt gestart. Daar help ik u bij.
explain-profile = Namen, functies en afdelingen komen uit de gebruikersadministratie van uw organisatie. Ze worden regelmatig automatisch overgenomen.
own-title = Voor u
own-pulled = SharePoint heeft op { $at } voor het laatst een foto van u opgehaald.

profile-change-title = Zo bewerkt u uw profiel
profile-change-how = Delve is op 16 december 2024 stopgezet. Open uw eigen profielkaart, bijvoorbeeld door in Microsoft 365 op uw naam te zoeken en die onder Personen te selecteren. Selecteer daar de knop om uw profiel bij te werken.
profile-change-limits = Uw naam, functie, afdeling, leidinggevende en zakelijke telefoonnummer kunt u daar niet bewerken. Die komen uit de gebruikersadministratie van uw organisatie.
profile-change-after = Het kan tot twee dagen duren voordat een wijziging op uw profielkaart overal zichtbaar is.

status-none = Er loopt op dit moment geen synchronisatie voor u.

helpdesk-title = Uw helpdesk
helpdesk-case = Uw referentienummer is { $case }. Geef dit nummer door aan de helpdesk.
helpdesk-found = Voor de helpdesk: { $found }
helpdesk-nocase = Als u mij eerst vertelt wat er mis is, kan ik u meegeven wat ik vind.
helpdesk-contact = Zo bereikt u de helpdesk: { $contact }
helpdesk-nocontact = Neem op de gebruikelijke manier contact op met de helpdesk van uw organisatie.

thanks = Graag gedaan.
privacy-title = Wat ik van u bewaar
privacy-account = De id van uw account, hoe ik u in Teams kan bereiken, en uw talen en tijdzone: zolang u deze app hebt, en daarna nog { $days } dagen.
privacy-case = Wat ik over uw foto en profiel heb gevonden, het laatst op { $at }: tot { $days } dagen nadat u mij voor het laatst iets hebt gevraagd.
privacy-fingerprints = { $count ->
    [one] Een controlecode van uw foto of profiel, waaraan ik zie dat er iets is veranderd. Ik bewaar die tot { $days } dagen nadat ik de foto of het profiel voor het laatst zo heb gezien. De foto en de teksten zelf zijn er niet in te zien.
   *[other] { $count } controlecodes van uw foto en profiel, waaraan ik zie dat er iets is veranderd. Ik bewaar elke code tot { $days } dagen nadat ik de foto of het profiel voor het laatst zo heb gezien. De foto en de teksten zelf zijn er niet in te zien.
  }
privacy-log = { $count ->
    [one] Een logboek van wat er voor u is gedaan, met tot nu toe één regel. Elke regel bewaar ik { $days } dagen.
   *[other] Een logboek van wat er voor u is gedaan, met { $count } regels sinds { $since }. Elke regel bewaar ik { $days } dagen.
  }
privacy-tickets = { $count ->
    [one] Een melding bij de helpdesk, met alles wat is gevonden en geschreven: tot { $days } dagen na de afsluiting.
   *[other] { $count } meldingen bij de helpdesk, met alles wat is gevonden en geschreven: elke melding tot { $days } dagen na de afsluiting.
  }
privacy-chat = Onze laatste berichten in deze chat, één dag lang, zodat ze met een melding mee kunnen.
privacy-rated = Welke antwoorden van mij u hebt beoordeeld en wat u erbij hebt geschreven, { $days } dagen lang.
privacy-answers = Welke antwoorden ik u heb gegeven om te beoordelen, { $days } dagen lang.
privacy-repeats = Mijn laatste antwoorden aan u, één dag lang, zodat er niets dubbel gebeurt als Teams een bericht herhaalt.
privacy-sign-in = Uw aanmelding, zo versleuteld dat alleen ik die kan gebruiken, tot { $at }. Als u "afmelden" schrijft, wis ik die eerder.
privacy-work = Wat u als medewerker van de helpdesk hebt gedaan, bij de meldingen van anderen.
privacy-photos = Bij een melding aan de helpdesk bewaar ik ook kleine kopieën van uw foto's, omdat uw organisatie daarvoor heeft gekozen.
privacy-misses = Een bericht dat ik niet begrijp, bewaar ik ook, zonder namen, adressen en nummers, zodat een beheerder kan zien wat ik nog moet leren. Het wordt niet bij uw account bewaard.
privacy-where = Dit alles staat in de eigen database van uw organisatie, die door uw beheerder wordt onderhouden.
privacy-page = Wat uw organisatie over privacy zegt
privacy-personal-only = Wat ik van u bewaar, is alleen voor u bestemd. Stel uw vraag in een persoonlijke chat met mij.
export-summary = Een kopie van alles wat ik van u bewaar
export-offered = Uw bestand is klaar. Teams vraagt u nu of ik het in uw OneDrive mag zetten. U kunt nog een uur lang antwoorden.
export-declined = Ik heb het bestand nergens neergezet. U kunt altijd "Mijn gegevens exporteren" kiezen.
export-outdated = Die vraag is al beantwoord of is meer dan een uur oud. Kies "Mijn gegevens exporteren", dan maak ik een nieuw bestand.
export-failed = Het is niet gelukt om het bestand in uw OneDrive te zetten. Probeer het over een paar minuten opnieuw. Lukt het dan weer niet, dan kan de helpdesk het bestand voor u laten maken.
export-not-here = In deze versie van Teams kan ik geen bestanden sturen. Een beheerder kan het bestand voor u maken; de helpdesk kan dat regelen.
export-done-summary = Uw bestand staat in uw OneDrive
forget-title = Wilt u dat ik u vergeet?
forget-goes = Ik wis dan wat ik van u bewaar: hoe ik u kan bereiken, uw talen, wat ik heb gevonden, de controlecodes, uw beoordelingen en wat we hier hebben geschreven.
forget-sign-in = Ook uw aanmelding wis ik. Bij Teams blijft u aangemeld.
forget-resync = De synchronisatie die nu voor u loopt, stopt. U hoort er dan niets meer over.
forget-waiting = U krijgt dan niet het bericht waar u om had gevraagd.
forget-tickets = Uw meldingen bij de helpdesk blijven daar tot { $days } dagen na de afsluiting. Een melding die nog openstaat, wordt ingetrokken.
forget-log = In het logboek blijft staan wat er is gedaan, maar niet meer voor wie.
forget-elsewhere = Wat in deze chat staat en wat andere systemen van de helpdesk hebben, kan ik niet wissen.
forget-outdated = Die vraag is al beantwoord of is meer dan een uur oud. Daarom vraag ik het u nog een keer.
forgotten-title = Ik ben u vergeten
forgotten-stays = Uw meldingen bij de helpdesk blijven daar tot { $days } dagen na de afsluiting.
forgotten-again = Als u mij weer schrijft, beginnen we opnieuw.
language = Ik antwoord in de taal waarin u schrijft: { $languages }.
language-now = Blijkt uit een bericht niet welke taal het is, dan antwoord ik in deze taal: { $language }.
unknown-title = Dat heb ik niet begrepen
unknown-how = Ik kan u helpen met profielfoto's en profielen in Microsoft 365. Kies een van deze mogelijkheden of stel uw vraag in andere woorden.
between-title = Wat bedoelt u?
failed-title = Er is bij mij iets misgegaan
failed-how = Dat ligt niet aan u. Probeer het zo meteen nog eens.
pending = Ik ben nog aan het kijken. Het antwoord komt hier zo meteen.
case-number = Referentienummer { $case }
next-label = Zo gaat het verder

## Buttons of a case at the helpdesk

action-file = Verzenden naar de helpdesk
action-tickets = Mijn helpdeskmeldingen
action-ticket = Melding { $number }
action-comment = Verzenden
action-withdraw = Melding intrekken
action-reopen = Nee, kijk er nog eens naar
action-reopen-ended = Melding heropenen
action-solved = Ja, het is opgelost
action-rate = Mijn antwoord verzenden
action-hush = Berichten uitschakelen
action-unhush = Berichten inschakelen
action-work = Melding behandelen
action-more = Meer
action-take = Oppakken
action-assign = Toewijzen
action-reply = Beantwoorden
action-question = Om informatie vragen
action-note = Interne notitie
action-resolve = Afhandelen
action-reopen_for = Heropenen
action-diagnose = Opnieuw kijken
action-resync_for = Synchronisatie starten
action-allow_for = Wachttijd opheffen
action-undo_for = Wijziging ongedaan maken
action-send = Verzenden
action-back-to-case = Terug
action-ask-tickets = Mijn helpdeskmeldingen

## A case at the helpdesk, as the person sees it

form-title = Vraag het uw helpdesk
form-about = Ik stuur mee wat ik heb gevonden en geprobeerd, en onze laatste berichten in deze chat. U krijgt meteen een meldingsnummer. Noteer hier geen wachtwoorden: wat daarop lijkt, laat ik weg.
field-words = Wat is er aan de hand?
field-tried = Wat hebt u al geprobeerd?
field-priority = Hoe dringend is het?
field-contact = Hoe kan de helpdesk u bereiken, als het niet via deze chat kan?
field-text = Bericht
field-rating = Hoe tevreden bent u over de hulp?
field-reason = Hoe is het afgelopen?
field-agent = Aan wie?
field-language = Taal
field-empty = Hier ontbreekt nog iets. Vul het in.
field-too-long = De tekst is te lang: { $length } tekens. Er kunnen er hoogstens { $most } worden verzonden. Maak de tekst korter; er is niets verloren gegaan.
priority-low = Het kan wachten
priority-normal = Normaal
priority-high = Dringend
tried-resync = Ik heb een synchronisatie gestart op { $at }.
ticket-open = Melding { $number } bij uw helpdesk
ticket-waiting = Melding { $number }: uw helpdesk heeft een vraag
ticket-resolved = Melding { $number } is afgehandeld
ticket-withdrawn = Melding { $number } is ingetrokken
ticket-passed-on = Uw helpdesk krijgt de melding met alles wat ik heb gevonden. Het antwoord komt hier.
ticket-kept = Het systeem van de helpdesk is op dit moment niet bereikbaar. Ik heb uw melding bewaard en geef die door zodra het kan.
ticket-with = { $name } werkt aan uw melding.
ticket-waits-for-you = Uw helpdesk wacht op uw antwoord.
ticket-resolved-at = Afgehandeld op { $at }.
ticket-withdrawn-at = Ingetrokken op { $at }.
ticket-already = U hebt hierover al melding { $number }. U kunt er hier iets aan toevoegen.
ticket-about = Gemaakt op { $at }{ $words ->
    [none] {""}
   *[other] : { $words }
  }
ticket-moved-on = Deze melding is intussen gewijzigd. Zo staat het er nu voor.
ticket-sent = Ik heb dit doorgegeven aan uw helpdesk.
ticket-solved-question = Is het opgelost?
ticket-why = U krijgt dit bericht vanwege uw melding { $number }. Wilt u hierover geen berichten meer? Kies dan "Berichten uitschakelen" op de kaart.
ticket-muted = Ik stuur u geen berichten over deze melding; op deze kaart ziet u hoe het ervoor staat.
ticket-reply-summary = Uw helpdesk heeft geantwoord
ticket-question-summary = Uw helpdesk heeft een vraag
ticket-resolved-summary = Uw melding is afgehandeld
ticket-reopened-summary = Uw melding is heropend
ticket-resynced-summary = Nieuws over uw melding
ticket-allowed-summary = Nieuws over uw melding
rating-thanks = Bedankt voor uw antwoord.
rating-1 = Zeer ontevreden
rating-2 = Ontevreden
rating-3 = Niet tevreden, niet ontevreden
rating-4 = Tevreden
rating-5 = Zeer tevreden
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] U
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] De helpdesk
   *[other] { $name } (helpdesk)
  }
by-bot = Resync
spoke-comment = bericht
spoke-reply = antwoord
spoke-question = vraag
spoke-resolved = melding afgehandeld
spoke-reopened = melding heropend
spoke-withdrawn = melding ingetrokken
spoke-resynced = er is een synchronisatie gestart
spoke-allowed = er kan meteen een synchronisatie worden gestart
tickets-title = Uw meldingen bij de helpdesk
tickets-none = U hebt geen meldingen bij de helpdesk.
tickets-line = { $number } · { $status } · { $at }
status-open = open
status-waiting = wacht op antwoord
status-resolved = afgehandeld
status-withdrawn = ingetrokken
not-your-ticket = Die melding is van iemand anders. Daarom kan ik die niet aan u laten zien. Schrijf "mijn meldingen" om uw eigen meldingen te bekijken.
too-many-tickets = Er kunnen vandaag geen meldingen meer voor u worden gemaakt. U kunt een bestaande melding aanvullen of morgen een nieuwe maken. Als het dringend is:
too-many-comments = Meer kan ik in één uur niet doorgeven. Wacht even en verzend dan de rest.

## A case, as the helpdesk sees it

case-title = Melding { $number }: { $what }
verdict-missing_at_source = geen foto in Microsoft 365
verdict-blocked_by_policy = gebruiker mag dit niet zelf wijzigen
verdict-stuck = SharePoint loopt achter
verdict-cache = er is een oudere kopie te zien
verdict-could_not_see = niet alles kon worden bekeken
verdict-not_due_yet = nog te vroeg om op te halen
verdict-incident = een bekend probleem bij Microsoft
verdict-ok = alles is in orde
verdict-none = een vraag over een foto of profiel
case-status = Status
case-agent = Behandelaar
case-nobody = nog niemand
case-priority = Urgentie
case-words = Wat er aan de hand is
case-tried = Al geprobeerd
case-contact = Contact
case-rating = Tevredenheid
case-muted = Deze gebruiker wil geen berichten over de melding; uw antwoorden staan op de kaart in de chat.
case-diagnostic = Diagnose van Microsoft, "{ $name }", voor
case-opened = Geopend
case-reason = Resultaat
case-confirmed = Opgelost volgens de gebruiker
case-at = Ook in
case-desk-down = { $desk } is niet bereikbaar of weigert dit ({ $code }). Ik blijf het proberen.
confirmed-yes = ja
confirmed-no = nee
reason-fixed = Het is hersteld
reason-explained = Het is uitgelegd
reason-not_ours = Het is niet voor deze helpdesk
reason-duplicate = Er is al een andere melding over
form-reply = Antwoord op melding { $number }
form-question = Vraag over melding { $number }
form-note = Interne notitie bij melding { $number }
form-resolve = Melding { $number } afhandelen
form-assign = Melding { $number } toewijzen
form-reply-about = De gebruiker leest dit in de chat met mij.
form-question-about = De gebruiker leest dit in de chat met mij. De melding wacht dan op het antwoord.
form-note-about = Alleen de helpdesk kan dit lezen.
form-resolve-about = De gebruiker leest het bericht en krijgt de vraag of het is opgelost.
form-assign-about = Kies iemand van de helpdesk.
line-taken = { $name } heeft deze melding opgepakt.
line-assigned = { $name } heeft deze melding toegewezen aan { $text }.
line-reply = { $name } aan de gebruiker:
line-question = { $name } vraagt de gebruiker:
line-note = Interne notitie van { $name }:
line-resolved = { $name } heeft deze melding afgehandeld.
line-reopened = { $side ->
    [person] De gebruiker, { $name }, heeft deze melding heropend.
   *[other] { $name } heeft deze melding heropend.
  }
line-comment = De gebruiker, { $name }:
line-withdrawn = De gebruiker, { $name }, heeft deze melding ingetrokken.
line-confirmed = De gebruiker zegt dat het is opgelost.
line-rated = Beoordeling van de hulp door de gebruiker: { $text }.
line-diagnosed = { $name } heeft opnieuw gekeken. Het resultaat:
line-resynced = { $name } heeft een synchronisatie voor de gebruiker gestart.
line-allowed = { $name } heeft de wachttijd opgeheven: de gebruiker kan meteen een synchronisatie starten.
line-undone = { $name } heeft de wijziging in het SharePoint-profiel ongedaan gemaakt.
line-arrived = De foto staat nu in SharePoint.
line-desk_down = { $text } is niet bereikbaar of weigert deze melding. Ik blijf het proberen.
line-desk_up = { $text } heeft deze melding nu.
line-not_delivered = Het laatste bericht heeft de gebruiker niet bereikt: Teams nam het niet aan.{ $text ->
    [later] {" "}De gebruiker krijgt het alsnog, zodra die terug is.
   *[other] {""}
  }
line-maybe_delivered = Het is niet bekend of het laatste bericht de gebruiker heeft bereikt. Het staat wel op de kaart van de melding in de chat.
line-reachable = De gebruiker is weer bereikbaar.
line-summary = Nieuws over melding { $number }
line-left_out = Een helpdesksysteem neemt een van de berichten hier niet aan ({ $text }). Het staat alleen in deze thread.
line-stuck = Een synchronisatie is geëindigd zonder dat de foto is aangekomen.
line-due = De termijn voor het eerste antwoord is bijna om.
line-overdue = De termijn voor het eerste antwoord is verstreken.
line-somebody = Iemand van de helpdesk
found-recent = De nieuwste meldingen
found-unassigned = Meldingen die nog niemand heeft opgepakt
found-mine = Uw open meldingen
found-find = Dit heb ik gevonden
found-none = Er zijn geen meldingen gevonden.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = Er is nog niet ingesteld wie bij de helpdesk hoort. Daarom is er niets gedaan. Een beheerder kan dat in mijn instellingen doen.
desk-elsewhere = Meldingen worden behandeld in het eigen kanaal van de helpdesk.
desk-members-only = Alleen leden van de helpdesk kunnen dit doen.
desk-unknown = Ik kon zojuist niet zien wie bij de helpdesk hoort. Daarom is er niets gedaan. Probeer het zo meteen opnieuw.
desk-taken = { $name } heeft deze melding al opgepakt.
desk-moved-on = Deze melding is intussen gewijzigd. Daarom is dat niet gedaan. De status is nu: { $status }.
desk-done = Gedaan.
desk-yours = U behandelt deze melding.
desk-reply = Uw antwoord is onderweg naar de gebruiker.
desk-question = Uw vraag is onderweg naar de gebruiker.
desk-note = De notitie is opgeslagen.
desk-resolved = De melding is afgehandeld.
desk-not-an-agent = Deze persoon hoort niet bij de helpdesk. Kies iemand die daar wel bij hoort.
desk-other-open = De gebruiker heeft hierover nog een andere open melding: { $number }.
desk-nothing-changed = Er is niets veranderd.
desk-no-resync = Opnieuw synchroniseren zou nu niet helpen ({ $found }).
desk-resync-runs = Er loopt al een synchronisatie voor deze gebruiker.
desk-no-limit = Voor deze gebruiker geldt geen wachttijd.
desk-undo-needless = Er is geen wijziging om ongedaan te maken.
desk-undo-refused = SharePoint heeft het geweigerd, omdat ik een machtiging mis. Een beheerder kan mij die geven.
desk-undo-failed = SharePoint nam het niet aan. Probeer het over een paar minuten opnieuw.
desk-undo-uncertain = SharePoint gaf geen antwoord. Probeer het opnieuw: alleen wat nog anders is, wordt gewijzigd.
desk-write-instead = Uw versie van Teams ondersteunt deze knop niet helemaal. Vermeld mij in deze thread en schrijf "oppakken", "antwoord" met uw tekst, "vraag", "notitie" of "afhandelen".
desk-assigned = De melding is toegewezen.
desk-allowed = De wachttijd is opgeheven: de gebruiker kan meteen een synchronisatie starten.
desk-resynced = Er loopt nu een synchronisatie voor de gebruiker.
desk-undone = De instellingen hebben weer de waarden van daarvoor.
desk-reopened = De melding is weer open.
desk-say-what = Schrijf het in één bericht: het woord, en daarachter uw tekst.
desk-which = Schrijf dit in de thread van een melding.
desk-help-title = Zo help ik de helpdesk
desk-help = Elke melding heeft hier een kaart en een thread. Vermeld mij met @ en schrijf "recent", "niet toegewezen", "van mij", een meldingsnummer, of "zoek" met een paar woorden. Schrijf in de thread van een melding "oppakken", "antwoord", "vraag", "notitie" of "afhandelen", en dan uw tekst. Schrijf "status" om te zien wat er in mijn installatie aanwezig is en wat er ontbreekt.
command-setup = helpdesk instellen, stel de helpdesk in
command-recent = recent, nieuwste
command-unassigned = niet toegewezen, niet opgepakt
command-mine = van mij, mijn meldingen
command-find = zoek, zoeken, melding
command-take = oppakken, neem
command-reply = antwoord, beantwoorden
command-question = vraag
command-note = notitie
command-resolve = afhandelen, afgehandeld
command-health = status, controle, controleer, health
health-well = Alles wat ik nodig heb, is aanwezig.
health-ill = Dit ontbreekt of werkt niet:
health-attention = Dit werkt, maar vraagt aandacht:
health-useful = Dit zou nuttig zijn, maar ontbreekt:
health-rest = In orde:
credential-ends = De referentie waarmee ik me bij Microsoft 365 aanmeld, verloopt op { $at }. Vanaf dat moment kan ik niets meer zien of schrijven. Laat een beheerder deze vóór die tijd vervangen; "python app.py check" laat zien hoe.
sign-in-why = Om uw foto en profiel te bekijken, heb ik uw aanmelding nodig. Ik zie dan wat u zelf ziet, en verder niets. Meestal meldt Teams u vanzelf aan. Gebeurt er niets? Stel uw vraag dan opnieuw. Ik antwoord met wat ik zonder aanmelding kan zien.
signed-out = Ik bewaar uw aanmelding niet meer. Bij Teams blijft u aangemeld.
signed-out-already = Ik bewaar geen aanmelding van u. U hoeft niets te doen.
command-sign-out = afmelden, uitloggen, meld mij af, meld me af, log uit, log mij uit, log me uit
command-forget = vergeet mij, vergeet me, mij vergeten, verwijder mijn gegevens, wis mijn gegevens, mijn gegevens wissen, mijn gegevens verwijderen
command-export = exporteer mijn gegevens, mijn gegevens exporteren, download mijn gegevens, mijn gegevens downloaden, stuur mij mijn gegevens, geef mij een kopie van mijn gegevens
setup-done = De helpdesk gebruikt vanaf nu dit kanaal: elke melding krijgt hier een kaart.
setup-elsewhere = Schrijf dit in het kanaal dat de helpdesk gaat gebruiken.
setup-fixed = Een beheerder bepaalt in mijn instellingen welk kanaal de helpdesk gebruikt. Daarom kan ik dat hier niet wijzigen.
setup-not-wanted = Een beheerder moet eerst "channel" aan de helpdesks in mijn instellingen toevoegen.

## What was done by the helpdesk, and what was refused

did-start_for = de helpdesk heeft een synchronisatie voor u gestart
did-allow_for = de helpdesk heeft u toegestaan eerder te starten
did-undo_for = de helpdesk heeft de wijziging in uw SharePoint-profiel ongedaan gemaakt
did-refused = er is een knop of opdracht gebruikt die voor iemand anders is bedoeld; er is niets gedaan
did-asked = u hebt naar uw foto of profiel gevraagd
