### English. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings

finding-incident = Microsoft has a problem with { $service } at the moment. It can hold up photos for everybody.
next-incident = There is nothing for you to do. Microsoft is working on it under number { $incident }. Look again when it is over.

finding-guest = You are a guest in this organization, so your photo here is kept apart from the one in your own organization.
next-guest = An administrator of this organization can set the photo for your guest account. A change in your own organization does not reach this one.

finding-mastered_on_premises = Your organization manages photos in its own directory, so they cannot be changed in Microsoft 365.
next-mastered_on_premises = The helpdesk can have your photo changed there. It usually shows in Microsoft 365 about a day later.

finding-only_some_may_change = In your organization, only certain administrators may change photos.
next-only_some_may_change = The helpdesk can have your photo changed for you.

finding-mailbox_is_new = Your mailbox was made less than an hour ago, and photos cannot be reached until it is ready.
next-mailbox_is_new = This usually takes a quarter of an hour, and sometimes a day. Please look again a little later.

finding-no_mailbox = Microsoft 365 holds no photo of you. Your account has no mailbox, which is where photos usually come from.
next-no_mailbox = You can add a photo to your account, or the helpdesk can tell you whether a mailbox comes with your licence.

finding-no_photo = Microsoft 365 holds no photo of you, so there is nothing to show.
next-no_photo = Add one, and it usually shows everywhere within a day, sometimes within three.

finding-throttled = Microsoft 365 asked me to wait before I look at your photo, so I cannot say yet what is the matter.
next-throttled = { $retry_at ->
    [none] Please try again in a few minutes.
   *[other] I can look again from { $retry_at }.
  }

finding-permission_missing = I am not allowed to look at everything that I need, so I cannot say what is the matter.
next-permission_missing = An administrator has to give me a permission first. The helpdesk can arrange that.

finding-sign_in_refused = Microsoft 365 did not let me sign in, so I cannot say what is the matter.
next-sign_in_refused = An administrator has to look at my settings. The helpdesk can arrange that.

finding-not_seen = A part of Microsoft 365 did not answer properly, so I cannot say what is the matter.
next-not_seen = This usually passes. Please try again in a few minutes.

finding-no_profile = SharePoint has no profile for you yet, so it cannot show your photo.
next-no_profile = Open SharePoint once; a profile is usually made within a day. If it is still missing then, the helpdesk can check your licence.

finding-pull_switched_off = SharePoint does not show the photo that Microsoft 365 holds of you, and for your account it is set not to take photos over.
next-pull_switched_off = An administrator can look into that setting. The helpdesk can arrange it.

finding-placeholder_shown = Microsoft 365 holds a photo of you, but SharePoint did not get it at its last attempt and shows an empty picture.
next-placeholder_shown = I can ask SharePoint to fetch it again. If all goes well, it is there by { $expected_by }.

finding-never_pulled = Microsoft 365 holds a photo of you, but SharePoint has never fetched it.
next-never_pulled = I can ask SharePoint to fetch it. If all goes well, it is there by { $expected_by }.

finding-pull_not_due = SharePoint does not show the photo that Microsoft 365 holds of you yet, because it fetches a photo at most once a day.
next-pull_not_due = Nothing is wrong. SharePoint last fetched on { $pulled_at } and can do so again from { $possible_at }. Open SharePoint once after that, or ask me again then. Your photo is usually there by { $expected_by }.

finding-sharepoint_behind = SharePoint does not show the photo that Microsoft 365 holds of you: probably nobody has asked it to fetch the new one yet.
next-sharepoint_behind = I can ask SharePoint to fetch it. If all goes well, it is there by { $expected_by }.

finding-picture_unreadable = One of your photos is in a form that I cannot read, so I cannot compare them.
next-picture_unreadable = Please upload your photo again, as a JPEG or PNG file.

finding-only_cached = Microsoft 365 and SharePoint hold the same photo of you. Where you see another one, you are looking at an older copy.
next-only_cached = Such copies are usually renewed by themselves; how long each app takes is not published. Signing out and in again, or a private browser window, often helps.

finding-all_in_order = Microsoft 365 and SharePoint hold the same photo of you. All is in order.
next-all_in_order = There is nothing to do.

## Said beside a finding

finding-policy_unknown = I could not see whether your organization lets you change your photo yourself.
finding-health_unknown = I could not see whether Microsoft has a known problem at the moment.
finding-changes_on_premises = Photos are changed in your organization's own directory, not in Microsoft 365.
finding-changes_by_some = Only certain administrators may change photos in your organization.

## What could not be seen

unseen = What I could not see: { $what }.
unseen-account = your account
unseen-source_photo = your photo in Microsoft 365
unseen-policy = the rules for photos
unseen-profile = your SharePoint profile
unseen-sharepoint_photo = your photo in SharePoint
unseen-incidents = Microsoft's service health

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Your photo in Microsoft 365, where it comes from
photo-sharepoint-alt = Your photo in SharePoint
photo-none = no photo
photo-unseen = could not be seen
photo-since = seen by me since { $at }
photo-pulled = fetched { $at }

## Buttons

action-resync = Resync
action-start = Start
action-back = Not now
action-check = Look again
action-status = How far is it?
action-change = Change my photo
action-helpdesk = Ask the helpdesk
action-open-photo = Change it in Microsoft 365
action-open-sharepoint = View in SharePoint
action-ask-check = Check my photo
action-ask-photo_stale = Why is my photo old?
action-ask-photo_missing = My photo is not shown
action-ask-photo_change = Change my photo
action-ask-profile_stale = My title or name is wrong
action-ask-profile_change = Edit my profile
action-ask-sync_duration = How long does it take?
action-ask-sync_explain = How does it work?
action-ask-resync = Resync my photo
action-ask-status = How far is it?
action-ask-helpdesk = Ask the helpdesk
action-ask-help = What can you do?
action-ask-privacy = What do you keep about me?
action-ask-language = Which languages do you speak?
action-ask-thanks = Thank you

## The resync

plan-title = This is what I will do
plan-ask = Ask SharePoint to fetch your photo.
plan-watch = Look until it has arrived, at the latest until { $until }.
plan-tell = Tell you here how it ended.
plan-safe = Your photo itself is not changed.

progress-title = The resync of your photo is under way
progress-asked = SharePoint was asked on { $at }
progress-ask-failed = My request to SharePoint has not gone through; I will repeat it
progress-asking = SharePoint is being asked
progress-watching = Looking until the photo has arrived; next look { $at }
progress-watching-now = Looking until the photo has arrived
progress-tell = I will tell you here, by { $until } at the latest
progress-help = You can help it along: open SharePoint yourself in a private browser window and sign in. A private window keeps no older copy of your photo.
step-done = Done
step-now = Now
step-next = Next

arrived-title = Your new photo has arrived in SharePoint.
arrived-proof = I compared the two photos on { $at }: they are the same.
arrived-cache = Some apps may still show an older copy for a while. It is usually renewed by itself.
arrived-summary = Good news about your photo

stuck-title = Your photo has not arrived in SharePoint yet.
stuck-unseen = I could not see whether your photo has arrived in SharePoint.
stuck-tried = I looked { $looks } times, the last time on { $at }.
stuck-next = The helpdesk can go on from here: Microsoft has a diagnostic for administrators for just this case. Give them case number { $case }.
stuck-summary = News about your photo

not-yours = That card belongs to somebody else. Ask me "why is my photo old?" and I will look at yours.
no-case = I have nothing under way for you. Ask me "why is my photo old?" and I will look.
no-resync-now = A resync would not help now.

## Answers

welcome-title = Hello, I am Resync
welcome-about = I find out why your profile photo is old or missing in Microsoft 365. If you like, I start the resync and tell you here when the new photo has arrived.
welcome-try = Ask me in your own words, in English, Dutch or Norwegian, for example "why is my photo old?".
welcome-limits = I only look at your own photo and profile, with permissions that an administrator of your organization gave me.
help-title = This is what I can do
welcome-summary = Hello, I am Resync
team-welcome = I am Resync. I help people with profile photos that are old or missing. Write to me in a personal chat: there I can look at your own photo.
personal-only = What I find about a photo is personal. Please ask me in a personal chat.
no-identity = Teams did not tell me who you are, so I cannot look at your photo. Write to me from your own work account, and I will.

change-title = How to change your photo
change-how = Open Microsoft 365 on the web, select your picture or your initials in the top right corner, and then the camera. In Teams, select your picture or initials, and then the same picture again.
change-size = Use a JPEG or PNG file of at most 4 MB.
change-after = It usually shows everywhere within a day, sometimes within three. Write to me if it does not.

duration-title = How long it takes
duration-photo = A new photo usually reaches SharePoint within a day, and sometimes takes up to three days. SharePoint fetches a photo only when somebody asks for it, and at most once in 24 hours.
duration-profile = For names, titles and departments it depends on how many changes wait in the queue: with little work they come through much sooner, with a lot of work it takes longer.

explain-title = How it works
explain-photo = Your photo is kept in Microsoft 365. SharePoint makes copies of it in three sizes, but only when it is asked: usually when you open your own SharePoint page. If nobody asks, the old photo stays. To get the right photo shown, a photo sync has to be started, and that is what I help with.
explain-profile = Names, titles and departments come from your organization's directory and are taken over by a job that runs regularly.

profile-stale-title = When your name, title or department is wrong
profile-stale-how = Your name, title, department, manager and work phone come from your organization's directory. An edit in SharePoint does not last: it is overwritten. The helpdesk or human resources can have it changed at the source.
profile-change-title = How to edit your profile
profile-change-how = Delve was retired on 16 December 2024. Open your own profile card, for example by searching for your name in Microsoft 365, and select "Update your profile".
profile-change-limits = Your name, title, department, manager and work phone cannot be edited there: they come from your organization's directory.

status-none = There is no resync under way for you.

helpdesk-title = Your helpdesk
helpdesk-case = This is case { $case }. Give them this number.
helpdesk-found = For the helpdesk: { $found }
helpdesk-nocase = If you tell me first what is wrong, I can give you what I find to take along.
helpdesk-contact = You can reach the helpdesk here: { $contact }
helpdesk-nocontact = Contact your organization's helpdesk in the usual way.

thanks = You are welcome.
privacy-title = What I keep about you
privacy-what = The number of your account, how to reach you in Teams with your language and time zone, what I found about your photo, and since when I have known a photo. I keep a fingerprint of a photo, never the photo itself.
privacy-where = It stays in your organization's own database, which your administrator runs. Ask your helpdesk if you want it deleted.
language = I answer in the language that you write in: English, Dutch or Norwegian.
unknown-title = I did not understand that
unknown-how = I know about profile photos and profiles in Microsoft 365. Choose one of these, or ask in other words.
between-title = What do you mean?
failed-title = Something went wrong on my side
failed-how = That is not your fault. Please try again in a moment.
case-number = Case { $case }
next-label = What happens next
