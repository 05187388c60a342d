<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>AboutPerson</name>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>This is what colleagues see.</source>
        <translation>Dit is wat collega’s zien.</translation>
    </message>
    <message>
        <source>Do not disturb: {name} asks for quiet.</source>
        <translation>Niet storen: {name} vraagt om rust.</translation>
    </message>
    <message>
        <source>You gave no contact ways.</source>
        <translation>Je gaf geen contactwegen op.</translation>
    </message>
    <message>
        <source>{name} gave no contact ways.</source>
        <translation>{name} gaf geen contactwegen op.</translation>
    </message>
    <message>
        <source>My coming days …</source>
        <translation>Mijn komende dagen …</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Note</source>
        <translation>Briefje</translation>
    </message>
    <message>
        <source>They alone can read it, also when they are away (Ctrl D)</source>
        <translation>Alleen die persoon kan het lezen, ook later (Ctrl D)</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>Link …</translation>
    </message>
    <message>
        <source>Send them a link, one of yours or a new one (Ctrl L)</source>
        <translation>Stuur een link, een van jou of een nieuwe (Ctrl L)</translation>
    </message>
    <message>
        <source>Introduce …</source>
        <translation>Voorstellen …</translation>
    </message>
    <message>
        <source>Bring them together with another colleague (Ctrl I)</source>
        <translation>Breng die in contact met een andere collega (Ctrl I)</translation>
    </message>
    <message>
        <source>Write a note to {name}</source>
        <translation>Schrijf {name} een briefje</translation>
    </message>
    <message>
        <source>Send {name} a link</source>
        <translation>Stuur {name} een link</translation>
    </message>
    <message>
        <source>Introduce {name} to …</source>
        <translation>Stel {name} voor aan …</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gevolgd</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Volgen</translation>
    </message>
    <message>
        <source>Unfollow {name}</source>
        <translation>{name} niet meer volgen</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>{name} volgen</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Same people, same questions</source>
        <translation>Zelfde mensen, zelfde vragen</translation>
    </message>
</context>
<context>
    <name>AloneCard</name>
    <message>
        <source>You are the first on the map</source>
        <translation>Je bent de eerste op de kaart</translation>
    </message>
    <message>
        <source>Invite two colleagues. The map fills when they open the app.</source>
        <translation>Nodig twee collega’s uit. De kaart vult zich zodra zij de app openen.</translation>
    </message>
    <message>
        <source>Copy invite link</source>
        <translation>Uitnodiging kopiëren</translation>
    </message>
    <message>
        <source>Copied, works for {days} days</source>
        <translation>Gekopieerd, werkt {days} dagen</translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Text {percent} %</source>
        <translation>Tekst {percent} %</translation>
    </message>
    <message>
        <source>Compact list</source>
        <translation>Compacte lijst</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Minder beweging</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <source>A subject, a question, a client …</source>
        <translation>Een thema, een vraag, een klant …</translation>
    </message>
    <message>
        <source>Who knows about</source>
        <translation>Wie weet iets over</translation>
    </message>
    <message>
        <source>Invite a colleague …</source>
        <translation>Een collega uitnodigen …</translation>
    </message>
    <message>
        <source>Reading what your colleagues said …</source>
        <translation>Lezen wat je collega’s zeiden …</translation>
    </message>
    <message>
        <source>The search runs on your computer. Nobody sees that you looked.</source>
        <translation>Het zoeken gebeurt op jouw computer. Niemand ziet dat je keek.</translation>
    </message>
    <message>
        <source>Who knows about …</source>
        <translation>Wie weet iets over …</translation>
    </message>
    <message>
        <source>Reading what your colleagues said: {read} of {of}</source>
        <translation>Lezen wat je collega’s zeiden: {read} van {of}</translation>
    </message>
    <message>
        <source>You are the first in the team. Who knows what, you see here once others are in it.</source>
        <translation>Je bent de eerste in het team. Wie wat weet, zie je hier zodra er anderen in zitten.</translation>
    </message>
    <message>
        <source>Type a few words. Colleagues are found by what they say they know, solved, answered, shared and are on now, and by their jobs.</source>
        <translation>Typ enkele woorden. Collega’s worden gevonden op wat ze zeggen te kennen, oplosten, beantwoordden, deelden en waar ze nu mee bezig zijn, en op hun klussen.</translation>
    </message>
    <message>
        <source>Nothing yet; not all is read.</source>
        <translation>Nog niets; niet alles is al gelezen.</translation>
    </message>
    <message>
        <source>Nobody has said anything about that yet. Ask everyone.</source>
        <translation>Niemand heeft daar al iets over gezegd. Vraag het iedereen.</translation>
    </message>
</context>
<context>
    <name>AskedLine</name>
    <message>
        <source>This is another matter: your question stays open as it is.</source>
        <translation>Dit is iets anders: je vraag blijft open zoals ze is.</translation>
    </message>
    <message>
        <source>Your question is changed with it.</source>
        <translation>Je vraag verandert mee.</translation>
    </message>
    <message>
        <source>Your question stays as you asked it, and goes on with this.</source>
        <translation>Je vraag blijft zoals je ze stelde, en hoort hier verder bij.</translation>
    </message>
</context>
<context>
    <name>AskedRow</name>
    <message>
        <source>Join in</source>
        <translation>Ik doe mee</translation>
    </message>
    <message>
        <source>Join in on: {question}</source>
        <translation>Doe mee met: {question}</translation>
    </message>
</context>
<context>
    <name>Availability</name>
    <message>
        <source>Available</source>
        <translation>Beschikbaar</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Niet storen</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Even weg</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>AvailabilityMenu</name>
    <message>
        <source>Availability: {word}</source>
        <translation>Beschikbaarheid: {word}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>BareFloor</name>
    <message>
        <source>Nothing is drawn on this floor yet</source>
        <translation>Op deze verdieping is nog niets getekend</translation>
    </message>
    <message>
        <source>Drop a picture of its plan here, or draw its rooms and desks. Then a click on one says that you sit there.</source>
        <translation>Sleep een afbeelding van het plan hierheen, of teken de ruimtes en bureaus. Eén klik zegt dan dat je daar zit.</translation>
    </message>
    <message>
        <source>Draw …</source>
        <translation>Tekenen …</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Thema’s</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Voorgesteld</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gevolgd</translation>
    </message>
    <message>
        <source>You might follow</source>
        <translation>Misschien iets voor jou</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”</source>
        <translation>Niets gevonden voor “{text}”</translation>
    </message>
    <message>
        <source>You follow no topic yet. Click one in a post, and follow it there.</source>
        <translation>Je volgt nog geen thema. Klik er een aan in een bericht, en volg het daar.</translation>
    </message>
    <message>
        <source>Nobody comes to mind: say what you know about in your profile.</source>
        <translation>Niemand om voor te stellen: zeg in je profiel waar je van weet.</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Back to the map (Alt Left)</source>
        <translation>Terug naar de kaart (Alt Links)</translation>
    </message>
    <message>
        <source>{town}, on the map</source>
        <translation>{town}, op de kaart</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Being taken back</source>
        <translation>Wordt teruggenomen</translation>
    </message>
    <message>
        <source>Take it back from everybody</source>
        <translation>Bij iedereen terugnemen</translation>
    </message>
    <message>
        <source>You, {state}: {text}</source>
        <translation>Jij, {state}: {text}</translation>
    </message>
    <message>
        <source>{name}, {state}: {text}</source>
        <translation>{name}, {state}: {text}</translation>
    </message>
    <message>
        <source>{other} can’t now</source>
        <translation>{other} kan nu niet</translation>
    </message>
    <message>
        <source>Meet {other}: declined</source>
        <translation>Kennismaking met {other} afgeslagen</translation>
    </message>
    <message>
        <source>Meet {other}</source>
        <translation>Maak kennis met {other}</translation>
    </message>
    <message>
        <source>Write to {other} …</source>
        <translation>Schrijf naar {other} …</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Drawing of the floor</source>
        <translation>Tekening van de verdieping</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Vergroten of verkleinen</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Can colleagues reach you?</source>
        <translation>Kunnen collega’s je bereiken?</translation>
    </message>
</context>
<context>
    <name>ColleaguesCard</name>
    <message>
        <source>Colleagues</source>
        <translation>Collega’s</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>Not reached {count}</source>
        <translation>Niet bereikt {count}</translation>
    </message>
    <message>
        <source>Colleagues and the ways to them</source>
        <translation>Collega’s en de wegen naar hen</translation>
    </message>
    <message>
        <source>Choose a colleague to see why they are, or aren&apos;t, reached.</source>
        <translation>Kies een collega om te zien waarom die wel of niet bereikt wordt.</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collega</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Vertraging</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Laatst gehoord</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geverifieerd</translation>
    </message>
</context>
<context>
    <name>ComingDays</name>
    <message>
        <source>Coming days</source>
        <translation>Komende dagen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>What are you on?</source>
        <translation>Waar ben je mee bezig?</translation>
    </message>
    <message>
        <source>Write a time like 17:00.</source>
        <translation>Schrijf een tijd zoals 17:00.</translation>
    </message>
    <message>
        <source>No place is called “{name}” yet.</source>
        <translation>Er is nog geen plek die “{name}” heet.</translation>
    </message>
</context>
<context>
    <name>ComposerForm</name>
    <message>
        <source>Working on</source>
        <translation>Bezig met</translation>
    </message>
    <message>
        <source>Struggling with</source>
        <translation>Worstel met</translation>
    </message>
    <message>
        <source>Thinking about</source>
        <translation>Denk na over</translation>
    </message>
    <message>
        <source>Ask as a question</source>
        <translation>Als vraag stellen</translation>
    </message>
    <message>
        <source>Puts it in the stream: colleagues join in and answer</source>
        <translation>Zet het in de stroom: collega’s doen mee en antwoorden</translation>
    </message>
    <message>
        <source>Also post in stream</source>
        <translation>Ook in de stroom zetten</translation>
    </message>
    <message>
        <source>There it stays when this is over</source>
        <translation>Daar blijft het als dit voorbij is</translation>
    </message>
    <message>
        <source>Until what time?</source>
        <translation>Tot hoe laat?</translation>
    </message>
    <message>
        <source>Make it a new place</source>
        <translation>Maak er een nieuwe plek van</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Klaar voor vandaag</translation>
    </message>
    <message>
        <source>Takes your place and activity off the map: you are away until the morning</source>
        <translation>Haalt je plek en bezigheid van de kaart: je bent weg tot morgenochtend</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>What are you on?</source>
        <translation>Waar ben je mee bezig?</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Chat in Teams</source>
        <translation>Chatten in Teams</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Open web page</source>
        <translation>Webpagina openen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webpagina</translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>Other ways</source>
        <translation>Andere manieren</translation>
    </message>
    <message>
        <source>Only if it can’t wait</source>
        <translation>Alleen als het niet kan wachten</translation>
    </message>
    <message>
        <source>Direct note</source>
        <translation>Rechtstreeks briefje</translation>
    </message>
    <message>
        <source>Encrypted, waits if they are away</source>
        <translation>Versleuteld, wacht als ze weg zijn</translation>
    </message>
</context>
<context>
    <name>ContactNotice</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Nothing on this computer opens {address}.</source>
        <translation>Niets op deze computer opent {address}.</translation>
    </message>
    <message>
        <source>Handed {address} to this computer. Nothing opens?</source>
        <translation>{address} is doorgegeven aan deze computer. Gaat er niets open?</translation>
    </message>
    <message>
        <source>Copy {address}</source>
        <translation>{address} kopiëren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>ContactRow</name>
    <message>
        <source>Other ways to reach them</source>
        <translation>Andere manieren om hen te bereiken</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Een briefje schrijven</translation>
    </message>
    <message>
        <source>They alone can read it, also when they are away (1)</source>
        <translation>Alleen zij kunnen het lezen, ook als ze weg zijn (1)</translation>
    </message>
</context>
<context>
    <name>ContactWays</name>
    <message>
        <source>Copy address</source>
        <translation>Adres kopiëren</translation>
    </message>
</context>
<context>
    <name>ContactsField</name>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Write your Teams address like anna@team.example.</source>
        <translation>Schrijf je Teams-adres zoals anna@team.example.</translation>
    </message>
    <message>
        <source>Write the number like +32 9 555 01 42.</source>
        <translation>Schrijf het nummer zoals +32 9 555 01 42.</translation>
    </message>
    <message>
        <source>Write the address like anna@team.example.</source>
        <translation>Schrijf het adres zoals anna@team.example.</translation>
    </message>
    <message>
        <source>Write the address like https://team.example/anna.</source>
        <translation>Schrijf het adres zoals https://team.example/anna.</translation>
    </message>
    <message>
        <source>Contact ways, the first one first</source>
        <translation>Contactwegen, de eerste bovenaan</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Omhoog (Alt+Pijl omhoog)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Omlaag (Alt+Pijl omlaag)</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Verwijderen (Delete)</translation>
    </message>
    <message>
        <source>Kind of contact way</source>
        <translation>Soort contactweg</translation>
    </message>
    <message>
        <source>Address or number</source>
        <translation>Adres of nummer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message numerus="yes">
        <source>%n ways fit at most; remove one first.</source>
        <translation>
            <numerusform>Er past hoogstens %n contactweg; haal er eerst een weg.</numerusform>
            <numerusform>Er passen hoogstens %n contactwegen; haal er eerst een weg.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Write to a colleague</source>
        <translation>Schrijf aan een collega</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Je briefje</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Enter verstuurt</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>Notes, the last one below</source>
        <translation>Briefjes, het laatste onderaan</translation>
    </message>
    <message>
        <source>Nothing written yet. A note reaches {name} also when either of you is away.</source>
        <translation>Nog niets geschreven. Een briefje bereikt {name} ook als een van jullie weg is.</translation>
    </message>
    <message>
        <source>No notes yet. A note is for one colleague, who alone can read it. It arrives also when either of you is away.</source>
        <translation>Nog geen briefjes. Een briefje is voor één collega, die het alleen kan lezen. Het komt ook aan als een van jullie weg is.</translation>
    </message>
    <message>
        <source>Only {name} and you can read this. It goes after 90 days.</source>
        <translation>Alleen {name} en jij kunnen dit lezen. Na 90 dagen is het weg.</translation>
    </message>
    <message>
        <source>{name} is no longer in the team.</source>
        <translation>{name} is niet meer in het team.</translation>
    </message>
    <message>
        <source>Sharing is paused: notes to {name} can be sent when you share again.</source>
        <translation>Delen is gepauzeerd: briefjes aan {name} kunnen weg als je weer deelt.</translation>
    </message>
</context>
<context>
    <name>CueOffer</name>
    <message>
        <source>Write the whole path, from / or ~: {path}</source>
        <translation>Schrijf het hele pad, vanaf / of ~: {path}</translation>
    </message>
    <message>
        <source>There is no folder {path}</source>
        <translation>Er is geen map {path}</translation>
    </message>
    <message>
        <source>No git repository begins in {path}: name the folder that has .git in it</source>
        <translation>In {path} begint geen git-repository: noem de map waar .git in staat</translation>
    </message>
    <message>
        <source>There is no file {path}</source>
        <translation>Er is geen bestand {path}</translation>
    </message>
    <message>
        <source>{path} is larger than 8 MiB: export only this year</source>
        <translation>{path} is groter dan 8 MiB: exporteer alleen dit jaar</translation>
    </message>
    <message>
        <source>{path} is no iCalendar file: export your calendar as .ics</source>
        <translation>{path} is geen iCalendar-bestand: exporteer je agenda als .ics</translation>
    </message>
    <message>
        <source>{path} can’t be read</source>
        <translation>{path} kan niet gelezen worden</translation>
    </message>
</context>
<context>
    <name>CueRow</name>
    <message>
        <source>Working on {text}</source>
        <translation>Bezig met {text}</translation>
    </message>
    <message>
        <source>Your git branch {name}</source>
        <translation>Je git-branch {name}</translation>
    </message>
    <message>
        <source>In your calendar until {time}</source>
        <translation>In je agenda tot {time}</translation>
    </message>
    <message>
        <source>Draft: {said}. {source}</source>
        <translation>Voorzet: {said}. {source}</translation>
    </message>
    <message>
        <source>Puts it into the text. Nothing is shared before you share it.</source>
        <translation>Zet het in de tekst. Niets wordt gedeeld voor jij het deelt.</translation>
    </message>
</context>
<context>
    <name>CuesDialog</name>
    <message>
        <source>Drafts from git and calendar</source>
        <translation>Voorzet uit git en agenda</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>When you open “What are you on?” with nothing typed, it can offer a draft. It is read then, on this computer alone, and kept nowhere. Nothing is sent by itself: you take the draft or don’t, and share it or don’t.</source>
        <translation>Als je “Waar ben je mee bezig?” opent en nog niets typte, kan het een voorzet geven. Die wordt dan gelezen, alleen op deze computer, en nergens bewaard. Niets wordt vanzelf verstuurd: je neemt de voorzet of niet, en deelt hem of niet.</translation>
    </message>
    <message>
        <source>Offer me drafts</source>
        <translation>Geef me een voorzet</translation>
    </message>
    <message>
        <source>Folders with a git repository, one a line</source>
        <translation>Mappen met een git-repository, één per regel</translation>
    </message>
    <message>
        <source>The name of the branch is read, no code. main and master give no draft.</source>
        <translation>De naam van de branch wordt gelezen, geen code. main en master geven geen voorzet.</translation>
    </message>
    <message>
        <source>Calendar file (.ics)</source>
        <translation>Agendabestand (.ics)</translation>
    </message>
    <message>
        <source>The title and end of what is on now are read; nothing private or all day.</source>
        <translation>Titel en einde van wat nu bezig is worden gelezen; niets dat privé is of de hele dag duurt.</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Map toevoegen …</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Bestand kiezen …</translation>
    </message>
    <message>
        <source>Name a folder, or a calendar file below.</source>
        <translation>Noem een map, of hieronder een agendabestand.</translation>
    </message>
    <message>
        <source>Reading them …</source>
        <translation>Ze worden gelezen …</translation>
    </message>
    <message>
        <source>Folder with a git repository</source>
        <translation>Map met een git-repository</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Agenda’s (*.ics)</translation>
    </message>
</context>
<context>
    <name>DayCell</name>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>A few words</source>
        <translation>Een paar woorden</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Place, {day}</source>
        <translation>Plek, {day}</translation>
    </message>
    <message>
        <source>A few words, {day}</source>
        <translation>Een paar woorden, {day}</translation>
    </message>
    <message>
        <source>Out of office, {day}</source>
        <translation>Afwezig, {day}</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Day shown on the map</source>
        <translation>Dag op de kaart</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>My coming days</source>
        <translation>Mijn komende dagen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>The week before (Ctrl PgUp)</source>
        <translation>De week ervoor (Ctrl PgUp)</translation>
    </message>
    <message>
        <source>The week after (Ctrl PgDn)</source>
        <translation>De week erna (Ctrl PgDn)</translation>
    </message>
    <message>
        <source>The same the next day</source>
        <translation>De volgende dag hetzelfde</translation>
    </message>
    <message>
        <source>Each plan is gone when its day is over.</source>
        <translation>Elk plan is weg zodra de dag voorbij is.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Solved, thanks {name}</source>
        <translation>Opgelost, dank je {name}</translation>
    </message>
    <message>
        <source>Solved, thanks to all of them</source>
        <translation>Opgelost, dank jullie allemaal</translation>
    </message>
    <message>
        <source>Solved by myself</source>
        <translation>Zelf opgelost</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>DigestCard</name>
    <message>
        <source>Caught up</source>
        <translation>Ik ben mee</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>Terwijl je weg was</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>sinds {moment}</translation>
    </message>
    <message>
        <source>Follow back</source>
        <translation>Ook volgen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>{names} and others</source>
        <translation>{names} en anderen</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} en {other}</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>{names} replied to you</source>
        <translation>Antwoord voor jou van {names}</translation>
    </message>
    <message>
        <source>{names} asked something you know about</source>
        <translation>Vraag waar jij iets over weet, van {names}</translation>
    </message>
    <message>
        <source>{names} will be in {place} today, like you</source>
        <translation>Vandaag in {place}, net als jij: {names}</translation>
    </message>
    <message>
        <source>{names} will be at {place} today, like you</source>
        <translation>Vandaag bij {place}, net als jij: {names}</translation>
    </message>
    <message>
        <source>{names} introduced you to {other} on #{topic}</source>
        <translation>{names} bracht je in contact met {other} over #{topic}</translation>
    </message>
    <message>
        <source>{names} introduced you to {other}</source>
        <translation>{names} bracht je in contact met {other}</translation>
    </message>
    <message>
        <source>{names} asked something on #{topic}</source>
        <translation>Vraag over #{topic} van {names}</translation>
    </message>
    <message>
        <source>{names} joined in with you</source>
        <translation>Doet met je mee: {names}</translation>
    </message>
    <message>
        <source>{names} thanked you</source>
        <translation>Bedankt je: {names}</translation>
    </message>
    <message>
        <source>{names} started to follow you</source>
        <translation>Volgt je nu: {names}</translation>
    </message>
    <message>
        <source>{names} shared a link on #{topic}</source>
        <translation>Link over #{topic} van {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n other post(s) in the stream.</source>
        <translation>
            <numerusform>Nog %n ander bericht in de stroom.</numerusform>
            <numerusform>Nog %n andere berichten in de stroom.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs an answer from you.</source>
        <translation>Niets wacht op een antwoord van jou.</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) an answer from you.</source>
        <translation>
            <numerusform>%n wacht op een antwoord van jou.</numerusform>
            <numerusform>%n wachten op een antwoord van jou.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DockStrip</name>
    <message>
        <source>Not on the map</source>
        <translation>Niet op de kaart</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>Aankondigingen</translation>
    </message>
    <message>
        <source>Colleagues on this network</source>
        <translation>Collega’s op dit netwerk</translation>
    </message>
    <message>
        <source>Direct connections</source>
        <translation>Rechtstreekse verbindingen</translation>
    </message>
    <message>
        <source>Colleagues elsewhere</source>
        <translation>Collega’s elders</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Te herstellen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Niet bekend</translation>
    </message>
    <message>
        <source>Connect this computer by cable or Wi-Fi.</source>
        <translation>Verbind deze computer met een kabel of via wifi.</translation>
    </message>
    <message>
        <source>Start Presence Map without --interface.</source>
        <translation>Start Presence Map zonder --interface.</translation>
    </message>
    <message>
        <source>Allow Presence Map and UDP port 5353 in this computer&apos;s firewall.</source>
        <translation>Laat Presence Map en UDP-poort 5353 toe in de firewall van deze computer.</translation>
    </message>
    <message>
        <source>Start Presence Map.</source>
        <translation>Start Presence Map.</translation>
    </message>
    <message>
        <source>Allow incoming connections to Presence Map, TCP ports {door} and {feed}, in this computer&apos;s firewall.</source>
        <translation>Laat inkomende verbindingen met Presence Map toe, TCP-poorten {door} en {feed}, in de firewall van deze computer.</translation>
    </message>
    <message>
        <source>Check that address, or remove it.</source>
        <translation>Kijk dat adres na, of verwijder het.</translation>
    </message>
    <message>
        <source>Let this computer set its clock by itself, in its date and time settings.</source>
        <translation>Laat deze computer zijn klok zelf gelijkzetten, bij de instellingen voor datum en tijd.</translation>
    </message>
    <message>
        <source>Ask {name} to let that computer set its clock by itself.</source>
        <translation>Vraag {name} om die computer zijn klok zelf te laten gelijkzetten.</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>Heard through {name}</source>
        <translation>Gehoord via {name}</translation>
    </message>
    <message>
        <source>Heard through others</source>
        <translation>Gehoord via anderen</translation>
    </message>
    <message>
        <source>Same network</source>
        <translation>Zelfde netwerk</translation>
    </message>
    <message>
        <source>Another network</source>
        <translation>Ander netwerk</translation>
    </message>
    <message>
        <source>{name} isn&apos;t in the team.</source>
        <translation>{name} zit niet in het team.</translation>
    </message>
    <message>
        <source>Presence Map isn&apos;t running on this computer.</source>
        <translation>Presence Map loopt niet op deze computer.</translation>
    </message>
    <message>
        <source>This computer is on no network.</source>
        <translation>Deze computer zit op geen enkel netwerk.</translation>
    </message>
    <message>
        <source>The connection to {name} broke just now.</source>
        <translation>De verbinding met {name} is net verbroken.</translation>
    </message>
    <message>
        <source>{name}&apos;s computer, {address}, is on, but Presence Map isn&apos;t open there.</source>
        <translation>De computer van {name}, {address}, staat aan, maar Presence Map is er niet open.</translation>
    </message>
    <message>
        <source>{name}&apos;s computer doesn&apos;t answer at {address}; last heard {ago}.</source>
        <translation>De computer van {name} antwoordt niet op {address}; laatst gehoord: {ago}.</translation>
    </message>
    <message>
        <source>Something answers at {address}, but not as {name}&apos;s Presence Map.</source>
        <translation>Iets antwoordt op {address}, maar niet de Presence Map van {name}.</translation>
    </message>
    <message>
        <source>{name} was last on another network, at {address}, and nobody passes word on.</source>
        <translation>{name} zat laatst op een ander netwerk, op {address}, en niemand geeft berichten door.</translation>
    </message>
    <message>
        <source>{name} was never seen from this computer, and no address is known.</source>
        <translation>{name} is vanaf deze computer nooit gezien, en er is geen adres bekend.</translation>
    </message>
    <message>
        <source>{name} was last heard {ago}, and isn&apos;t announced on this network.</source>
        <translation>{name} is {ago} voor het laatst gehoord, en wordt op dit netwerk niet aangekondigd.</translation>
    </message>
    <message>
        <source>Invite {name} again.</source>
        <translation>Nodig {name} opnieuw uit.</translation>
    </message>
    <message>
        <source>Ask {name} to open Presence Map.</source>
        <translation>Vraag {name} om Presence Map te openen.</translation>
    </message>
    <message>
        <source>Check again in half a minute.</source>
        <translation>Kijk over een halve minuut opnieuw na.</translation>
    </message>
    <message>
        <source>Share again.</source>
        <translation>Deel opnieuw.</translation>
    </message>
    <message>
        <source>Ask for a new invite, leave this team, and join with it.</source>
        <translation>Vraag een nieuwe uitnodiging, verlaat dit team en doe ermee mee.</translation>
    </message>
    <message>
        <source>You are off the network, by your own choice.</source>
        <translation>Je bent van het netwerk af, omdat je dat koos.</translation>
    </message>
    <message>
        <source>{name} closed Presence Map, or paused, {ago}.</source>
        <translation>{name} heeft Presence Map {ago} gesloten of gepauzeerd.</translation>
    </message>
    <message>
        <source>Ask {name} to open Presence Map and share.</source>
        <translation>Vraag {name} om Presence Map te openen en te delen.</translation>
    </message>
    <message>
        <source>Ask {name} whether that computer is on and on this network.</source>
        <translation>Vraag {name} of die computer aanstaat en op dit netwerk zit.</translation>
    </message>
    <message>
        <source>Ask {name} to restart Presence Map.</source>
        <translation>Vraag {name} om Presence Map opnieuw te starten.</translation>
    </message>
    <message>
        <source>Add {name}&apos;s computer by address.</source>
        <translation>Voeg de computer van {name} met zijn adres toe.</translation>
    </message>
    <message>
        <source>Ask {name} to open Presence Map on this network.</source>
        <translation>Vraag {name} om Presence Map op dit netwerk te openen.</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} u</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dagen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time} geleden</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>minder dan 1 ms</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>Add one colleague there by address; their app tells yours about the rest.</source>
        <translation>Voeg daar één collega met een adres toe; die app vertelt de jouwe over de rest.</translation>
    </message>
    <message>
        <source>{name} is heard through {other}.</source>
        <translation>{name} wordt gehoord via {other}.</translation>
    </message>
    <message>
        <source>{name} is heard through others.</source>
        <translation>{name} wordt gehoord via anderen.</translation>
    </message>
    <message>
        <source>{name} is connected directly, at {address}.</source>
        <translation>{name} is rechtstreeks verbonden, op {address}.</translation>
    </message>
    <message>
        <source>{name} is connected directly, at {address} ({delay}).</source>
        <translation>{name} is rechtstreeks verbonden, op {address} ({delay}).</translation>
    </message>
    <message>
        <source>That computer&apos;s clock differs {time} from yours.</source>
        <translation>De klok van die computer verschilt {time} van de jouwe.</translation>
    </message>
    <message>
        <source>All networks of this computer are left out: {left}.</source>
        <translation>Alle netwerken van deze computer zijn uitgesloten: {left}.</translation>
    </message>
    <message>
        <source>This computer&apos;s own announcements don&apos;t come back on {silent}.</source>
        <translation>De eigen aankondigingen van deze computer komen niet terug op {silent}.</translation>
    </message>
    <message>
        <source>Announcing and looking around are off.</source>
        <translation>Aankondigen en rondkijken staan uit.</translation>
    </message>
    <message>
        <source>You are the only one in this team so far.</source>
        <translation>Je bent voorlopig de enige in dit team.</translation>
    </message>
    <message>
        <source>No colleague is heard here; {hosts} other computers and {others} other teams are.</source>
        <translation>Hier is geen collega te horen; wel {hosts} andere computers en {others} andere teams.</translation>
    </message>
    <message>
        <source>Presence Map isn&apos;t running, so nobody can reach this computer.</source>
        <translation>Presence Map draait niet, dus niemand kan deze computer bereiken.</translation>
    </message>
    <message>
        <source>No colleague is connected who could tell.</source>
        <translation>Er is geen collega verbonden die het kan zeggen.</translation>
    </message>
    <message>
        <source>Colleagues were asked to try, and didn&apos;t answer.</source>
        <translation>Collega’s kregen de vraag om het te proberen, en antwoordden niet.</translation>
    </message>
    <message>
        <source>{name}&apos;s computer can&apos;t reach port {door} on yours, at {host}: {outcome}.</source>
        <translation>De computer van {name} kan poort {door} van de jouwe niet bereiken, op {host}: {outcome}.</translation>
    </message>
    <message>
        <source>{address}, which was added by hand, can&apos;t be reached: {said}.</source>
        <translation>{address}, met de hand toegevoegd, is niet te bereiken: {said}.</translation>
    </message>
    <message>
        <source>On other networks, and not reached by anybody here: {unreached}.</source>
        <translation>Op andere netwerken, en door niemand hier bereikt: {unreached}.</translation>
    </message>
    <message>
        <source>A computer of this team answers, and doesn&apos;t let you in: your invite may be used up, withdrawn or over.</source>
        <translation>Een computer van dit team antwoordt en laat je niet binnen: misschien is je uitnodiging opgebruikt, ingetrokken of verlopen.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs {mine} from your colleagues&apos; clocks.</source>
        <translation>De klok van deze computer verschilt {mine} van die van je collega’s.</translation>
    </message>
    <message>
        <source>The clock of {odd}&apos;s computer differs {skew} from yours.</source>
        <translation>De klok van de computer van {odd} verschilt {skew} van de jouwe.</translation>
    </message>
    <message>
        <source>{used}; left out: {left}</source>
        <translation>{used}; uitgesloten: {left}</translation>
    </message>
    <message>
        <source>They go out and come back on {names}.</source>
        <translation>Ze gaan uit en komen terug op {names}.</translation>
    </message>
    <message>
        <source>{team} heard by announcements, {linked} connected.</source>
        <translation>{team} gehoord door aankondigingen, {linked} verbonden.</translation>
    </message>
    <message>
        <source>{name}&apos;s computer reached yours at {host}, port {door}.</source>
        <translation>De computer van {name} bereikte de jouwe op {host}, poort {door}.</translation>
    </message>
    <message>
        <source>No colleague is known to be on another network now.</source>
        <translation>Van geen collega is bekend dat die nu op een ander netwerk zit.</translation>
    </message>
    <message>
        <source>{direct} connected directly, {relayed} through others.</source>
        <translation>{direct} rechtstreeks verbonden, {relayed} via anderen.</translation>
    </message>
    <message>
        <source>Within {time} of your colleagues&apos; clocks.</source>
        <translation>Hoogstens {time} verschil met de klokken van je collega’s.</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>bereikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>geen antwoord</translation>
    </message>
    <message>
        <source>another program answers</source>
        <translation>een ander programma antwoordt</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>te vaak gevraagd</translation>
    </message>
</context>
<context>
    <name>EmptyCard</name>
    <message>
        <source>What are you on?</source>
        <translation>Waar ben je mee bezig?</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>Alle thema’s tonen</translation>
    </message>
    <message>
        <source>None of the topics you follow is live</source>
        <translation>Geen enkel thema dat je volgt leeft nu</translation>
    </message>
    <message>
        <source>They come here as soon as a colleague is on one of them.</source>
        <translation>Ze komen hier zodra een collega ermee bezig is.</translation>
    </message>
    <message>
        <source>You are the first on the map</source>
        <translation>Je bent de eerste op de kaart</translation>
    </message>
    <message>
        <source>Say what you are on, with a #topic. Who joins the team finds you there.</source>
        <translation>Zeg waarmee je bezig bent, met een #thema. Wie bij het team komt, vindt je daar.</translation>
    </message>
    <message>
        <source>Nobody is on a topic yet</source>
        <translation>Nog niemand is met een thema bezig</translation>
    </message>
    <message>
        <source>A #topic in what somebody is on brings it here, and colleagues gather round it.</source>
        <translation>Een #thema in waar iemand mee bezig is komt hier te staan, en collega’s komen eromheen.</translation>
    </message>
</context>
<context>
    <name>EndedBanner</name>
    <message>
        <source>Still at home?</source>
        <translation>Nog thuis?</translation>
    </message>
    <message>
        <source>Still on the road?</source>
        <translation>Nog onderweg?</translation>
    </message>
    <message>
        <source>Still at {place}?</source>
        <translation>Nog bij {place}?</translation>
    </message>
    <message>
        <source>Still in {place}?</source>
        <translation>Nog in {place}?</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Somewhere else …</source>
        <translation>Ergens anders …</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Klaar voor vandaag</translation>
    </message>
    <message>
        <source>Colleagues see you as away until the morning</source>
        <translation>Collega’s zien je als even weg tot morgenochtend</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Tot {time}</translation>
    </message>
    <message>
        <source>Share the same place and activity until {time}</source>
        <translation>Dezelfde plek en bezigheid delen tot {time}</translation>
    </message>
    <message>
        <source>Share the same place until {time}</source>
        <translation>Dezelfde plek delen tot {time}</translation>
    </message>
    <message>
        <source>Your place went off the map at {time}, as you said. Colleagues see you as {availability}, without a place.</source>
        <translation>Je plek ging om {time} van de kaart, zoals je zei. Collega’s zien je als {availability}, zonder plek.</translation>
    </message>
    <message>
        <source>Your place and activity ended at {time}, as you said. Colleagues see you as {availability}, without them.</source>
        <translation>Je plek en bezigheid eindigden om {time}, zoals je zei. Collega’s zien je als {availability}, zonder plek of bezigheid.</translation>
    </message>
</context>
<context>
    <name>Everyone</name>
    <message>
        <source>Your question</source>
        <translation>Je vraag</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Ask the whole team (Ctrl Enter)</source>
        <translation>Vraag het hele team (Ctrl Enter)</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Asked before</source>
        <translation>Eerder gevraagd</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Change your talents</source>
        <translation>Je talenten wijzigen</translation>
    </message>
    <message>
        <source>Not found? Ask everyone</source>
        <translation>Niet gevonden? Vraag het iedereen</translation>
    </message>
    <message>
        <source>It becomes a question for the team until it is solved.</source>
        <translation>Het wordt een vraag aan het team tot ze opgelost is.</translation>
    </message>
    <message>
        <source>Your own talents</source>
        <translation>Je eigen talenten</translation>
    </message>
    <message>
        <source>The whole team sees it</source>
        <translation>Het hele team ziet het</translation>
    </message>
    <message>
        <source>You are no longer in the team.</source>
        <translation>Je zit niet meer in het team.</translation>
    </message>
    <message>
        <source>Sharing is paused: ask when you share again.</source>
        <translation>Delen is gepauzeerd: vraag het als je weer deelt.</translation>
    </message>
    <message>
        <source>Colleagues find you on {talents}.</source>
        <translation>Collega’s vinden je op {talents}.</translation>
    </message>
    <message>
        <source>You list none: colleagues find you by what you write.</source>
        <translation>Je noemt er geen: collega’s vinden je op wat je schrijft.</translation>
    </message>
    <message>
        <source>Asked. Whoever knows can answer.</source>
        <translation>Gevraagd. Wie het weet, kan antwoorden.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Teruggenomen.</translation>
    </message>
    <message>
        <source>You joined in. Answers come to the question.</source>
        <translation>Je doet mee. Antwoorden komen bij de vraag.</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>You have left {team}</source>
        <translation>Je hebt {team} verlaten</translation>
    </message>
    <message>
        <source>Your keys and everything of the team are erased from this computer. What colleagues have seen, they keep.</source>
        <translation>Je sleutels en alles van het team zijn van deze computer gewist. Wat collega’s gezien hebben, houden ze.</translation>
    </message>
    <message>
        <source>Join or start a team</source>
        <translation>Naar een team, of een nieuw</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gevolgd</translation>
    </message>
    <message>
        <source>Free now</source>
        <translation>Nu vrij</translation>
    </message>
    <message>
        <source>Struggling</source>
        <translation>Worstelt</translation>
    </message>
    <message>
        <source>At my place</source>
        <translation>Op mijn plek</translation>
    </message>
</context>
<context>
    <name>FilteredNote</name>
    <message>
        <source>Show everybody again (Esc)</source>
        <translation>Iedereen weer tonen (Esc)</translation>
    </message>
    <message>
        <source>Only: {filter}</source>
        <translation>Alleen: {filter}</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Nobody is on it now</source>
        <translation>Niemand is er nu mee bezig</translation>
    </message>
    <message>
        <source>Job, nobody is on it</source>
        <translation>Klus, niemand is ermee bezig</translation>
    </message>
    <message>
        <source>Job · {people}</source>
        <translation>Klus · {people}</translation>
    </message>
    <message>
        <source>Town, show on the map</source>
        <translation>Gemeente, toon op de kaart</translation>
    </message>
    <message>
        <source>Nobody there now</source>
        <translation>Niemand daar nu</translation>
    </message>
    <message>
        <source>1 colleague</source>
        <translation>1 collega</translation>
    </message>
    <message>
        <source>{count} colleagues</source>
        <translation>{count} collega’s</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find a person, topic or place</source>
        <translation>Zoek een collega, thema of plek</translation>
    </message>
</context>
<context>
    <name>Floor</name>
    <message>
        <source>1 person</source>
        <translation>1 persoon</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} personen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} vrij</translation>
    </message>
    <message>
        <source>{desks} desks, {free} free</source>
        <translation>{desks} bureaus, {free} vrij</translation>
    </message>
    <message>
        <source>1 desk, {free} free</source>
        <translation>1 bureau, {free} vrij</translation>
    </message>
    <message>
        <source>full, {here} of {capacity}</source>
        <translation>vol, {here} van {capacity}</translation>
    </message>
    <message>
        <source>{here} of {capacity}</source>
        <translation>{here} van {capacity}</translation>
    </message>
    <message>
        <source>Free, for {capacity}</source>
        <translation>Vrij, voor {capacity}</translation>
    </message>
    <message>
        <source>{guests} of yours, no names shared</source>
        <translation>{guests} van jou, zonder namen</translation>
    </message>
    <message>
        <source>Floor plan, {site}, {floor}, {people}</source>
        <translation>Plattegrond, {site}, {floor}, {people}</translation>
    </message>
</context>
<context>
    <name>FloorEditor</name>
    <message>
        <source>Plan of {floor}</source>
        <translation>Plattegrond van {floor}</translation>
    </message>
    <message>
        <source>Save for everyone</source>
        <translation>Bewaren voor iedereen</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Wat er getekend wordt</translation>
    </message>
    <message>
        <source>How it is drawn</source>
        <translation>Hoe er getekend wordt</translation>
    </message>
    <message>
        <source>Every room and desk needs a name.</source>
        <translation>Elke ruimte en elk bureau heeft een naam nodig.</translation>
    </message>
    <message>
        <source>What you drew isn’t saved. Cancel once more to leave it.</source>
        <translation>Wat je tekende is niet bewaard. Annuleer nog eens om het te laten.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechthoek</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Veelhoek</translation>
    </message>
    <message>
        <source>Picture …</source>
        <translation>Afbeelding …</translation>
    </message>
    <message>
        <source>Without picture</source>
        <translation>Zonder afbeelding</translation>
    </message>
    <message>
        <source>Undo (Ctrl Z)</source>
        <translation>Ongedaan maken (Ctrl Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl Shift Z)</source>
        <translation>Opnieuw (Ctrl Shift Z)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Rooms and desks</source>
        <translation>Ruimtes en bureaus</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>{name}, not on the plan</source>
        <translation>{name}, niet op de plattegrond</translation>
    </message>
    <message>
        <source>Drop a picture of the floor here, or draw. Shapes snap to edges and to a grid.</source>
        <translation>Sleep een afbeelding van de verdieping hierheen, of teken. Vormen klikken vast aan randen en aan een raster.</translation>
    </message>
    <message>
        <source>Draw each room and desk over the picture. Shapes snap to edges and to a grid.</source>
        <translation>Teken elke ruimte en elk bureau over de afbeelding. Vormen klikken vast aan randen en aan een raster.</translation>
    </message>
    <message>
        <source>{name} isn&apos;t on the plan yet: draw it.</source>
        <translation>{name} staat nog niet op de plattegrond: teken het.</translation>
    </message>
    <message>
        <source>Arrows move it, with Shift they change its size; Delete takes it off.</source>
        <translation>Pijlen verplaatsen het, met Shift veranderen ze de grootte; Delete haalt het weg.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>Afbeeldingen ({kinds})</translation>
    </message>
    <message>
        <source>Picture of the floor</source>
        <translation>Afbeelding van de verdieping</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <source>At most {count} rooms and desks fit on a plan.</source>
        <translation>Er passen hooguit {count} ruimtes en bureaus op een plattegrond.</translation>
    </message>
</context>
<context>
    <name>FloorMaking</name>
    <message>
        <source>{place} has no floor yet. Add one, then draw its rooms and desks.</source>
        <translation>{place} heeft nog geen verdieping. Voeg er een toe, en teken dan de ruimtes en bureaus.</translation>
    </message>
</context>
<context>
    <name>FloorSwitch</name>
    <message>
        <source>Floors</source>
        <translation>Verdiepingen</translation>
    </message>
</context>
<context>
    <name>FloorView</name>
    <message>
        <source>This floor has no plan yet. Draw one, or bring in a picture of it.</source>
        <translation>Deze verdieping heeft nog geen plattegrond. Teken er een, of haal er een afbeelding van binnen.</translation>
    </message>
    <message>
        <source>The picture of this plan is damaged and isn&apos;t shown.</source>
        <translation>De afbeelding van deze plattegrond is beschadigd en wordt niet getoond.</translation>
    </message>
</context>
<context>
    <name>FollowRows</name>
    <message>
        <source>Unfollow</source>
        <translation>Niet meer volgen</translation>
    </message>
    <message>
        <source>You follow each other</source>
        <translation>Jullie volgen elkaar</translation>
    </message>
    <message>
        <source>Follow back</source>
        <translation>Ook volgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Volgen</translation>
    </message>
    <message>
        <source>Is on #{topic}, as you are</source>
        <translation>Bezig met #{topic}, net als jij</translation>
    </message>
    <message>
        <source>Knows about {talent}, as you do</source>
        <translation>Weet van {talent}, net als jij</translation>
    </message>
</context>
<context>
    <name>FollowsDialog</name>
    <message>
        <source>Following</source>
        <translation>Volgen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>You follow</source>
        <translation>Jij volgt</translation>
    </message>
    <message>
        <source>Nobody yet: so you see everybody.</source>
        <translation>Nog niemand: je ziet dus iedereen.</translation>
    </message>
    <message>
        <source>Follow you</source>
        <translation>Volgen jou</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Nog niemand.</translation>
    </message>
    <message>
        <source>You might follow</source>
        <translation>Misschien iets voor jou</translation>
    </message>
    <message>
        <source>Nobody comes to mind.</source>
        <translation>Er schiet niemand te binnen.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Fetching …</source>
        <translation>Ophalen …</translation>
    </message>
    <message>
        <source>Caught up. Posts go after 90 days.</source>
        <translation>Je bent mee. Berichten gaan na 90 dagen weg.</translation>
    </message>
    <message>
        <source>Nobody wrote about this yet.</source>
        <translation>Hier schreef nog niemand over.</translation>
    </message>
    <message>
        <source>What colleagues ask and share comes here. Say what you’re on, or ask something: a question is what starts most conversations.</source>
        <translation>Hier komt wat collega’s vragen en delen. Zeg waar je mee bezig bent, of vraag iets: met een vraag beginnen de meeste gesprekken.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
    <message>
        <source>Open {link}</source>
        <translation>Open {link}</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}: {text}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>{asker}, {when}, solved by {name}</source>
        <translation>{asker}, {when}, opgelost door {name}</translation>
    </message>
    <message>
        <source>{asker}, {when}, solved</source>
        <translation>{asker}, {when}, opgelost</translation>
    </message>
    <message>
        <source>{asker}, {when}, open, {count} answers</source>
        <translation>{asker}, {when}, open, {count} antwoorden</translation>
    </message>
    <message>
        <source>{asker}, {when}, open, one answer</source>
        <translation>{asker}, {when}, open, één antwoord</translation>
    </message>
    <message>
        <source>{asker}, {when}, open</source>
        <translation>{asker}, {when}, open</translation>
    </message>
</context>
<context>
    <name>Ground</name>
    <message>
        <source>Floor plan of {place}</source>
        <translation>Plattegrond van {place}</translation>
    </message>
</context>
<context>
    <name>GuestsMenu</name>
    <message>
        <source>No guests</source>
        <translation>Geen gasten</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gasten</translation>
    </message>
    <message>
        <source>With you: {guests}</source>
        <translation>Bij jou: {guests}</translation>
    </message>
    <message>
        <source>How many guests are with you there; nobody learns who (Alt+G)</source>
        <translation>Hoeveel gasten daar bij je zijn; niemand verneemt wie (Alt+G)</translation>
    </message>
    <message>
        <source>Guests are with you at a place</source>
        <translation>Gasten zijn bij je op een plek</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Height of the card</source>
        <translation>Hoogte van het kaartje</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Verified: you compared words</source>
        <translation>Geverifieerd: jullie vergeleken woorden</translation>
    </message>
    <message>
        <source>More about {name}: what they said, who is on the same (Shift Enter)</source>
        <translation>Meer over {name}: wat ze zeiden, wie met hetzelfde bezig is (Shift Enter)</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Nog niet gezien</translation>
    </message>
    <message>
        <source>Not reached since {time}</source>
        <translation>Niet bereikt sinds {time}</translation>
    </message>
    <message>
        <source>This is you</source>
        <translation>Dit ben jij</translation>
    </message>
    <message>
        <source>Place and activity {until}</source>
        <translation>Plek en bezigheid {until}</translation>
    </message>
    <message>
        <source>Place {until}</source>
        <translation>Plek {until}</translation>
    </message>
    <message>
        <source>Activity {until}</source>
        <translation>Bezigheid {until}</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>You kept it already: {title}</source>
        <translation>Die had je al: {title}</translation>
    </message>
    <message>
        <source>My links …</source>
        <translation>Mijn links …</translation>
    </message>
    <message>
        <source>Kept for you alone: {title}</source>
        <translation>Bewaard, voor jou alleen: {title}</translation>
    </message>
    <message>
        <source>To {name}: {title}</source>
        <translation>Naar {name}: {title}</translation>
    </message>
    <message>
        <source>Answer to {name}: {title}</source>
        <translation>Antwoord aan {name}: {title}</translation>
    </message>
    <message>
        <source>A note to {one} and {other}</source>
        <translation>Een briefje aan {one} en {other}</translation>
    </message>
    <message>
        <source>Not sent: {what}. Who it was for is no longer in the team.</source>
        <translation>Niet verstuurd: {what}. Voor wie het was, hoort niet meer bij het team.</translation>
    </message>
</context>
<context>
    <name>Hit</name>
    <message>
        <source>Note</source>
        <translation>Briefje</translation>
    </message>
    <message>
        <source>Unfollow</source>
        <translation>Niet meer volgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Volgen</translation>
    </message>
    <message>
        <source>Send a link …</source>
        <translation>Stuur een link …</translation>
    </message>
    <message>
        <source>Introduce to …</source>
        <translation>Stel voor aan …</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Open het kaartje</translation>
    </message>
    <message>
        <source>Write a note to {name}</source>
        <translation>Schrijf {name} een briefje</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Meer voor {name}</translation>
    </message>
    <message>
        <source>You could take it on together</source>
        <translation>Jullie kunnen het samen aanpakken</translation>
    </message>
    <message>
        <source>Not here now. A note waits for them.</source>
        <translation>Nu niet hier. Een briefje wacht.</translation>
    </message>
    <message>
        <source>{availability} {until}. A note can wait.</source>
        <translation>{availability} {until}. Een briefje kan wachten.</translation>
    </message>
    <message>
        <source>A note can wait.</source>
        <translation>Een briefje kan wachten.</translation>
    </message>
</context>
<context>
    <name>HomeDialog</name>
    <message>
        <source>My town at home</source>
        <translation>Mijn gemeente thuis</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Empty: no town. Colleagues see that you are at home, and nothing more.</source>
        <translation>Leeg: geen gemeente. Collega’s zien dat je thuis bent, en verder niets.</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Home is not on the map. If you name a town, colleagues see you there whenever you say that you are at home, now or in your coming days: as an area as wide as a town, never an address. Only you can choose this, and it is kept on this computer.</source>
        <translation>Thuis staat niet op de kaart. Noem je een gemeente, dan zien collega’s je daar telkens als je zegt dat je thuis bent, nu of op je komende dagen: als een gebied zo breed als een gemeente, nooit een adres. Alleen jij kunt dit kiezen, en het staat op deze computer.</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>Note</source>
        <translation>Briefje</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Introduce</source>
        <translation>Voorstellen</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Waarmee</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Write a note to {name}</source>
        <translation>Schrijf {name} een briefje</translation>
    </message>
    <message>
        <source>Send {name} a link</source>
        <translation>Stuur {name} een link</translation>
    </message>
    <message>
        <source>Introduce {name} to …</source>
        <translation>Stel {name} voor aan …</translation>
    </message>
    <message>
        <source>Show {name} in On what</source>
        <translation>{name} in Waarmee tonen</translation>
    </message>
    <message>
        <source>Show {name} in Where</source>
        <translation>{name} in Waar tonen</translation>
    </message>
</context>
<context>
    <name>IntroduceDialog</name>
    <message>
        <source>Introduce {name} to …</source>
        <translation>Stel {name} voor aan …</translation>
    </message>
    <message>
        <source>Introduce</source>
        <translation>Voorstellen</translation>
    </message>
    <message>
        <source>#topic, or nothing</source>
        <translation>#thema, of niets</translation>
    </message>
    <message>
        <source>On which topic</source>
        <translation>Over welk thema</translation>
    </message>
    <message>
        <source>What both read</source>
        <translation>Wat beiden lezen</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Aan wie</translation>
    </message>
    <message>
        <source>Each of the two gets a note about the other, and may say no.</source>
        <translation>Elk van de twee krijgt een briefje over de ander, en mag nee zeggen.</translation>
    </message>
    <message>
        <source>{one}, {other}: you may help each other. Ten minutes?</source>
        <translation>{one}, {other}: jullie kunnen elkaar misschien helpen. Tien minuten?</translation>
    </message>
    <message>
        <source>{one}, {other} knows about #{topic}. Ten minutes together?</source>
        <translation>{one}, {other} weet van #{topic}. Tien minuten samen?</translation>
    </message>
    <message>
        <source>{one}, {other}: you are both on #{topic}. Ten minutes together?</source>
        <translation>{one}, {other}: jullie zijn allebei met #{topic} bezig. Tien minuten samen?</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dagen</translation>
    </message>
    <message>
        <source>Only stewards invite in this team. Ask one of them.</source>
        <translation>In dit team nodigen alleen beheerders uit. Vraag het een van hen.</translation>
    </message>
    <message>
        <source>The row of invitations that you came in by is as long or as full as it can be. Have a steward invite them.</source>
        <translation>De rij uitnodigingen waarlangs jij binnenkwam is zo lang of zo vol als ze mag zijn. Laat een beheerder hen uitnodigen.</translation>
    </message>
    <message>
        <source>Invite a colleague</source>
        <translation>Een collega uitnodigen</translation>
    </message>
    <message>
        <source>Whoever opens the link joins {team}. Send it only to colleagues, by a way that you trust.</source>
        <translation>Wie de link opent, komt bij {team}. Stuur hem alleen aan collega’s, langs een weg die je vertrouwt.</translation>
    </message>
    <message>
        <source>Optional, as “New colleagues in May”</source>
        <translation>Mag leeg, zoals “Nieuwe collega’s in mei”</translation>
    </message>
    <message>
        <source>Works for</source>
        <translation>Werkt</translation>
    </message>
    <message>
        <source>Remember it as</source>
        <translation>Onthouden als</translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation>Uitnodiging</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Copy invite link</source>
        <translation>Uitnodiging kopiëren</translation>
    </message>
    <message>
        <source>Copied. The link works for {days}.</source>
        <translation>Gekopieerd. De link werkt {days}.</translation>
    </message>
</context>
<context>
    <name>InviteRow</name>
    <message>
        <source>you</source>
        <translation>jou</translation>
    </message>
    <message>
        <source>Invite by {name}</source>
        <translation>Uitnodiging van {name}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Withdraw {name}</source>
        <translation>{name} intrekken</translation>
    </message>
</context>
<context>
    <name>JobMenu</name>
    <message>
        <source>Jobs that I am on: {names}</source>
        <translation>Klussen waaraan ik werk: {names}</translation>
    </message>
    <message>
        <source>Jobs that I am on: none</source>
        <translation>Klussen waaraan ik werk: geen</translation>
    </message>
    <message>
        <source>Which jobs you are on</source>
        <translation>Aan welke klussen je werkt</translation>
    </message>
    <message>
        <source>All jobs, or a new one …</source>
        <translation>Alle klussen, of een nieuwe …</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Name and #topics of the job</source>
        <translation>Naam en #thema’s van de klus</translation>
    </message>
    <message>
        <source>Leave {name}</source>
        <translation>Stoppen met {name}</translation>
    </message>
    <message>
        <source>Join {name}</source>
        <translation>Meedoen aan {name}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Meedoen</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} hernoemen</translation>
    </message>
</context>
<context>
    <name>JobTags</name>
    <message>
        <source>{name}: who is on it</source>
        <translation>{name}: wie eraan werkt</translation>
    </message>
    <message>
        <source>{name}, job: show who is on it</source>
        <translation>{name}, klus: toon wie eraan werkt</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Nobody is on it: it rests</source>
        <translation>Niemand werkt eraan: hij rust</translation>
    </message>
    <message>
        <source>you</source>
        <translation>jij</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} en nog {count}</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>Geen klus</translation>
    </message>
    <message>
        <source>{count} jobs</source>
        <translation>{count} klussen</translation>
    </message>
</context>
<context>
    <name>JobsDialog</name>
    <message>
        <source>Jobs</source>
        <translation>Klussen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>A new job: its name, and #topics</source>
        <translation>Een nieuwe klus: de naam, en #thema’s</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Name it, and be on it</source>
        <translation>Geef een naam en doe mee</translation>
    </message>
    <message>
        <source>No jobs yet. Name one: others join it, and it rests when nobody is on it.</source>
        <translation>Nog geen klussen. Noem er een: anderen doen mee, en hij rust als er niemand aan werkt.</translation>
    </message>
    <message>
        <source>Who was on a job before is kept nowhere.</source>
        <translation>Wie eerder aan een klus werkte, wordt nergens bewaard.</translation>
    </message>
</context>
<context>
    <name>JobsFound</name>
    <message>
        <source>Jobs</source>
        <translation>Klussen</translation>
    </message>
</context>
<context>
    <name>KeyNote</name>
    <message>
        <source>This happens with a new laptop. It can also be someone else.</source>
        <translation>Dat gebeurt met een nieuwe laptop. Het kan ook iemand anders zijn.</translation>
    </message>
    <message>
        <source>Compare words …</source>
        <translation>Woorden vergelijken …</translation>
    </message>
    <message>
        <source>Two computers use {name}’s key</source>
        <translation>Twee computers gebruiken de sleutel van {name}</translation>
    </message>
    <message>
        <source>Ask {name}, face to face or by phone, whether they copied their profile. If not, someone else can speak in their name: have them removed, and invite them anew.</source>
        <translation>Vraag {name}, aan tafel of aan de telefoon, of die het profiel gekopieerd heeft. Zo niet, dan kan iemand anders in naam van {name} spreken: laat {name} verwijderen en nodig opnieuw uit.</translation>
    </message>
    <message>
        <source>{name} has a new key</source>
        <translation>{name} heeft een nieuwe sleutel</translation>
    </message>
    <message>
        <source>There is more than one {name}</source>
        <translation>Er is meer dan één {name}</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Working on</source>
        <translation>Bezig met</translation>
    </message>
    <message>
        <source>Struggling with</source>
        <translation>Worstelt met</translation>
    </message>
    <message>
        <source>Thinking about</source>
        <translation>Denkt na over</translation>
    </message>
</context>
<context>
    <name>LastSeen</name>
    <message>
        <source>Last seen {ago} at {place}</source>
        <translation>Laatst gezien {ago} bij {place}</translation>
    </message>
    <message>
        <source>Last seen {ago}</source>
        <translation>Laatst gezien {ago}</translation>
    </message>
    <message>
        <source>Planned to be there {until}</source>
        <translation>Zou er zijn {until}</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Leave {team}?</source>
        <translation>{team} verlaten?</translation>
    </message>
    <message>
        <source>Start anew?</source>
        <translation>Opnieuw beginnen?</translation>
    </message>
    <message>
        <source>Erase and start anew</source>
        <translation>Wissen en opnieuw beginnen</translation>
    </message>
    <message>
        <source>Colleagues hear of it, and your profile and status disappear at theirs. The places you added stay, and what they have seen, they keep.</source>
        <translation>Collega’s horen het, en je profiel en status verdwijnen bij hen. De plaatsen die je toevoegde blijven, en wat ze al zagen, blijft gezien.</translation>
    </message>
    <message>
        <source>Your keys and everything of the team are erased from this computer. To come back you need a new invite.</source>
        <translation>Je sleutels en alles van het team worden van deze computer gewist. Om terug te komen heb je een nieuwe uitnodiging nodig.</translation>
    </message>
    <message>
        <source>What you still see of {team}, and your keys, are erased from this computer. Then you can join a team with an invite, or start one.</source>
        <translation>Wat je nog van {team} ziet, en je sleutels, worden van deze computer gewist. Dan kun je met een uitnodiging naar een team, of er een beginnen.</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Het team verlaten</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Klus</translation>
    </message>
    <message>
        <source>On several topics</source>
        <translation>Met meer thema’s bezig</translation>
    </message>
</context>
<context>
    <name>LensSwitch</name>
    <message>
        <source>Lens</source>
        <translation>Blik</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Where everybody is (Ctrl 1)</source>
        <translation>Waar iedereen is (Ctrl 1)</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Waarmee</translation>
    </message>
    <message>
        <source>What everybody is on (Ctrl 2)</source>
        <translation>Waarmee iedereen bezig is (Ctrl 2)</translation>
    </message>
</context>
<context>
    <name>Lenses</name>
    <message>
        <source>Show in On what</source>
        <translation>In Waarmee tonen</translation>
    </message>
    <message>
        <source>Show in Where</source>
        <translation>In Waar tonen</translation>
    </message>
</context>
<context>
    <name>LinkDrop</name>
    <message>
        <source>Drop it to send it to {name}</source>
        <translation>Laat los om het naar {name} te sturen</translation>
    </message>
    <message>
        <source>Drop it to keep it for yourself</source>
        <translation>Laat los om het voor jezelf te bewaren</translation>
    </message>
</context>
<context>
    <name>LinkLine</name>
    <message>
        <source>Open {address}</source>
        <translation>{address} openen</translation>
    </message>
    <message>
        <source>Keep {address} among my links</source>
        <translation>{address} bij mijn links bewaren</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>in common: {common}</source>
        <translation>gemeen: {common}</translation>
    </message>
    <message>
        <source>you shared it {when}</source>
        <translation>jij deelde dit {when}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>in {month}</translation>
    </message>
    <message>
        <source>Called “{title}”</source>
        <translation>Het heet “{title}”</translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>My links</source>
        <translation>Mijn links</translation>
    </message>
    <message>
        <source>Kept on this computer, for you alone. Send one from a colleague’s card.</source>
        <translation>Bewaard op deze computer, voor jou alleen. Stuur er een vanaf iemands kaartje.</translation>
    </message>
    <message>
        <source>Words of a link, or a new address</source>
        <translation>Woorden van een link, of een nieuw adres</translation>
    </message>
    <message>
        <source>What it is (may name #topics)</source>
        <translation>Wat het is (met #thema’s als je wilt)</translation>
    </message>
    <message>
        <source>What the link is</source>
        <translation>Wat de link is</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Van het klembord</translation>
    </message>
    <message>
        <source>My links, the newest first</source>
        <translation>Mijn links, de nieuwste eerst</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>None of your links has these words.</source>
        <translation>Geen van je links heeft die woorden.</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Drop a link on the window, or paste one above.</source>
        <translation>Er is nog niets bewaard. Sleep een link op het venster, of plak er hierboven een.</translation>
    </message>
</context>
<context>
    <name>LinksFound</name>
    <message>
        <source>Among your own links</source>
        <translation>Tussen je eigen links</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Presence Map</source>
        <translation>Presence Map</translation>
    </message>
    <message>
        <source>{team}, Presence Map</source>
        <translation>{team}, Presence Map</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Home</source>
        <translation>Thuis</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Places without a spot</source>
        <translation>Plekken zonder punt op de kaart</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>{town}, {count} towns</source>
        <translation>{town}, {count} gemeenten</translation>
    </message>
    <message>
        <source>{town}, {count} places</source>
        <translation>{town}, {count} plekken</translation>
    </message>
    <message>
        <source>{place}, {age}</source>
        <translation>{place}, {age}</translation>
    </message>
    <message>
        <source>At home in {town}</source>
        <translation>Thuis in {town}</translation>
    </message>
    <message>
        <source>{until} at the earliest</source>
        <translation>ten vroegste {until}</translation>
    </message>
    <message>
        <source>{town} +{count}</source>
        <translation>{town} +{count}</translation>
    </message>
    <message>
        <source>1 colleague</source>
        <translation>1 collega</translation>
    </message>
    <message>
        <source>{count} colleagues</source>
        <translation>{count} collega’s</translation>
    </message>
    <message>
        <source>{thousands}k</source>
        <translation>{thousands}k</translation>
    </message>
    <message>
        <source>{day}, nothing planned</source>
        <translation>{day}, niets gepland</translation>
    </message>
    <message>
        <source>{day}, planned by {colleagues}</source>
        <translation>{day}, gepland door {colleagues}</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 plek</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} plekken</translation>
    </message>
    <message>
        <source>Map, Where, {colleagues}, {places}</source>
        <translation>Kaart, Waar, {colleagues}, {places}</translation>
    </message>
    <message>
        <source>{map}, planned for {day}</source>
        <translation>{map}, gepland voor {day}</translation>
    </message>
    <message>
        <source>{place}, planned</source>
        <translation>{place}, gepland</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} en nog {count}</translation>
    </message>
    <message>
        <source>{place}, {colleagues}: {names}</source>
        <translation>{place}, {colleagues}: {names}</translation>
    </message>
    <message>
        <source>{plate}. You are struggling</source>
        <translation>{plate}. Jij worstelt met iets</translation>
    </message>
    <message>
        <source>{plate}. {name} is struggling</source>
        <translation>{plate}. {name} worstelt met iets</translation>
    </message>
    <message>
        <source>{plate}. {names} are struggling</source>
        <translation>{plate}. {names} worstelen met iets</translation>
    </message>
    <message>
        <source>you</source>
        <translation>jij</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (jij)</translation>
    </message>
    <message>
        <source>Last seen {age} at {place}</source>
        <translation>Laatst gezien {age} bij {place}</translation>
    </message>
    <message>
        <source>Last seen {age} at {place}, planned to be there {until}</source>
        <translation>Laatst gezien {age} bij {place}, zou daar zijn {until}</translation>
    </message>
</context>
<context>
    <name>MapServer</name>
    <message>
        <source>It then learns which parts of the map you look at, and from which network. Names, statuses and places don&apos;t go there.</source>
        <translation>Die weet dan welke delen van de kaart je bekijkt, en vanaf welk netwerk. Namen, statussen en plekken gaan er niet heen.</translation>
    </message>
</context>
<context>
    <name>MapServerDialog</name>
    <message>
        <source>Map server</source>
        <translation>Kaartserver</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Address, for the whole team</source>
        <translation>Adres, voor het hele team</translation>
    </message>
    <message>
        <source>It stands on the map. Both empty: no map server.</source>
        <translation>Het staat op de kaart. Beide leeg: geen kaartserver.</translation>
    </message>
    <message>
        <source>Whose map it is</source>
        <translation>Van wie de kaart is</translation>
    </message>
    <message>
        <source>Closer than a region the app&apos;s own map ends; a map server has streets.</source>
        <translation>Dichterbij dan een regio houdt de kaart van de app op; een kaartserver heeft straten.</translation>
    </message>
    <message>
        <source>Use it on this computer</source>
        <translation>Op deze computer gebruiken</translation>
    </message>
    <message>
        <source>It doesn&apos;t answer as a map server does, so the own map is shown.</source>
        <translation>Er komt geen antwoord zoals een kaartserver dat geeft; daarom zie je de eigen kaart.</translation>
    </message>
    <message>
        <source>Your team uses none.</source>
        <translation>Je team gebruikt er geen.</translation>
    </message>
    <message>
        <source>Your team uses {site}: {attribution}</source>
        <translation>Je team gebruikt {site}: {attribution}</translation>
    </message>
</context>
<context>
    <name>MapServerQuestion</name>
    <message>
        <source>Show its map</source>
        <translation>Toon die kaart</translation>
    </message>
    <message>
        <source>Don&apos;t</source>
        <translation>Niet doen</translation>
    </message>
    <message>
        <source>Your team&apos;s map server, {site}, has streets for here. Fetch them?</source>
        <translation>De kaartserver van je team, {site}, heeft hier straten. Ophalen?</translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message>
        <source>this is you</source>
        <translation>dit ben jij</translation>
    </message>
    <message>
        <source>two computers use their key: ask them</source>
        <translation>twee computers gebruiken deze sleutel: vraag ernaar</translation>
    </message>
    <message>
        <source>steward</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geverifieerd</translation>
    </message>
    <message>
        <source>not met yet by a member</source>
        <translation>nog door geen lid ontmoet</translation>
    </message>
    <message>
        <source>invited by {name}</source>
        <translation>uitgenodigd door {name}</translation>
    </message>
    <message>
        <source>used {used} of {uses} times</source>
        <translation>{used} van {uses} keer gebruikt</translation>
    </message>
    <message>
        <source>{count} more than meant, let in at the same time</source>
        <translation>{count} meer dan bedoeld, tegelijk binnengelaten</translation>
    </message>
    <message>
        <source>Verify …</source>
        <translation>Verifiëren …</translation>
    </message>
    <message>
        <source>Verify {name}</source>
        <translation>{name} verifiëren</translation>
    </message>
    <message>
        <source>Steward …</source>
        <translation>Beheerder …</translation>
    </message>
    <message>
        <source>Make {name} a steward</source>
        <translation>Maak {name} beheerder</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Verwijderen …</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} verwijderen</translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>Leave the team …</source>
        <translation>Het team verlaten …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Invites</source>
        <translation>Uitnodigingen</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two places</source>
        <translation>Twee plekken samenvoegen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Choose the place that {place} really is. Whoever is there, and every room in it, is in that place from then on; {place} is no longer listed.</source>
        <translation>Kies de plek die {place} eigenlijk is. Wie daar is, en elke ruimte erin, is vanaf dan op die plek; {place} staat niet meer in de lijst.</translation>
    </message>
    <message>
        <source>The place that stays</source>
        <translation>De plek die blijft</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>Kies een plek</translation>
    </message>
</context>
<context>
    <name>MoreTopics</name>
    <message>
        <source>1 more topic</source>
        <translation>Nog 1 thema</translation>
    </message>
    <message>
        <source>{count} more topics</source>
        <translation>Nog {count} thema’s</translation>
    </message>
</context>
<context>
    <name>NetworkDialog</name>
    <message>
        <source>Checking …</source>
        <translation>Wordt nagekeken …</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Opnieuw nakijken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Hoever het nakijken staat</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>Met namen</translation>
    </message>
    <message>
        <source>Names and addresses of colleagues, in the copied report</source>
        <translation>Namen en adressen van collega’s, in het gekopieerde verslag</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Verslag kopiëren</translation>
    </message>
    <message>
        <source>Checking, some seconds …</source>
        <translation>Wordt nagekeken, enkele seconden …</translation>
    </message>
    <message>
        <source>{count} of {all} colleagues reached.</source>
        <translation>{count} van {all} collega’s bereikt.</translation>
    </message>
    <message>
        <source>The network couldn&apos;t be checked.</source>
        <translation>Het netwerk kon niet worden nagekeken.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>NewPlace</name>
    <message>
        <source>Kind of place</source>
        <translation>Soort plek</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantoor</translation>
    </message>
    <message>
        <source>No new place</source>
        <translation>Geen nieuwe plek</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>Nieuwe plek</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>As colleagues call it</source>
        <translation>Zoals collega’s het noemen</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Give the new place a name.</source>
        <translation>Geef de nieuwe plek een naam.</translation>
    </message>
</context>
<context>
    <name>Nobody</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter wissen</translation>
    </message>
    <message>
        <source>Nobody else is in the team yet. Who takes your invite comes here.</source>
        <translation>Er is nog niemand anders in het team. Wie je uitnodiging aanneemt, komt hier te staan.</translation>
    </message>
    <message>
        <source>Nobody needs you right now</source>
        <translation>Niemand heeft je nu nodig</translation>
    </message>
    <message>
        <source>When a colleague struggles with something, it shows up here.</source>
        <translation>Zodra een collega ergens mee worstelt, staat dat hier.</translation>
    </message>
    <message>
        <source>No one matches “{text}”</source>
        <translation>Niemand past bij “{text}”</translation>
    </message>
    <message>
        <source>You follow nobody yet. Follow a colleague on their card.</source>
        <translation>Je volgt nog niemand. Volg een collega op diens kaartje.</translation>
    </message>
    <message>
        <source>Nobody is free now</source>
        <translation>Niemand is nu vrij</translation>
    </message>
    <message>
        <source>Nobody else is where you are</source>
        <translation>Niemand anders is waar jij bent</translation>
    </message>
    <message>
        <source>Nobody is on this topic now</source>
        <translation>Niemand is nu met dit thema bezig</translation>
    </message>
    <message>
        <source>Nobody is there now</source>
        <translation>Daar is nu niemand</translation>
    </message>
</context>
<context>
    <name>NobodyNote</name>
    <message>
        <source>Nobody in view</source>
        <translation>Niemand in beeld</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>Iedereen tonen</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>On its way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>With a colleague’s computer, which hands it on</source>
        <translation>Bij de computer van een collega, die het doorgeeft</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Afgeleverd</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>Write to a colleague</source>
        <translation>Schrijf aan een collega</translation>
    </message>
    <message>
        <source>Back to all notes</source>
        <translation>Terug naar alle briefjes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Briefjes</translation>
    </message>
    <message>
        <source>{name}, new</source>
        <translation>{name}, nieuw</translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message>
        <source>Back on the network</source>
        <translation>Terug op het netwerk</translation>
    </message>
    <message>
        <source>Off the network</source>
        <translation>Van het netwerk af</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Geen netwerk</translation>
    </message>
    <message>
        <source>No network since {time}</source>
        <translation>Geen netwerk sinds {time}</translation>
    </message>
    <message>
        <source>You were removed from {team}</source>
        <translation>Je bent uit {team} verwijderd</translation>
    </message>
    <message>
        <source>Nobody tells you anything new, and nothing of yours is shared. The map shows what was known then. Ask a colleague why.</source>
        <translation>Niemand vertelt je nog iets nieuws, en niets van jou wordt gedeeld. De kaart toont wat toen bekend was. Vraag een collega waarom.</translation>
    </message>
    <message>
        <source>Start anew …</source>
        <translation>Opnieuw beginnen …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Hervatten</translation>
    </message>
    <message numerus="yes">
        <source>%n status(es)</source>
        <translation>
            <numerusform>%n status</numerusform>
            <numerusform>%n statussen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n bericht</numerusform>
            <numerusform>%n berichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n briefje</numerusform>
            <numerusform>%n briefjes</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} waiting</source>
        <translation>Nog te versturen: {what}</translation>
    </message>
    <message>
        <source>Sharing is paused</source>
        <translation>Delen staat op pauze</translation>
    </message>
    <message>
        <source>Off the network since {time}</source>
        <translation>Van het netwerk af sinds {time}</translation>
    </message>
    <message>
        <source>Sharing is paused since {time}</source>
        <translation>Delen staat op pauze sinds {time}</translation>
    </message>
    <message>
        <source>Your place, activity and coming days were taken back: say them anew when you resume. Colleagues see you offline; you still see what they share.</source>
        <translation>Je plek, bezigheid en komende dagen zijn teruggenomen: zeg ze opnieuw als je hervat. Collega’s zien je offline; jij ziet nog wat zij delen.</translation>
    </message>
    <message>
        <source>The map shows what was known then. Your changes go out when you are back.</source>
        <translation>De kaart toont wat toen bekend was. Je wijzigingen worden verstuurd zodra je terug bent.</translation>
    </message>
</context>
<context>
    <name>OnboardingWindow</name>
    <message>
        <source>Presence Map</source>
        <translation>Presence Map</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Show me the map</source>
        <translation>Toon mij de kaart</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Stap {step} van {steps}</translation>
    </message>
</context>
<context>
    <name>PeopleFound</name>
    <message>
        <source>Free now</source>
        <translation>Nu vrij</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Toon ze</translation>
    </message>
    <message>
        <source>One colleague</source>
        <translation>Eén collega</translation>
    </message>
    <message>
        <source>{count} colleagues</source>
        <translation>{count} collega’s</translation>
    </message>
    <message>
        <source>Nobody who is free now</source>
        <translation>Niemand die nu vrij is</translation>
    </message>
    <message>
        <source>By what they told the team themselves</source>
        <translation>Op wat ze zelf aan het team vertelden</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} en nog {count}</translation>
    </message>
    <message>
        <source>Not free now: {names}</source>
        <translation>Nu niet vrij: {names}</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Filter by name, talent, place</source>
        <translation>Filter op naam, talent, plek</translation>
    </message>
    <message>
        <source>Filter colleagues by name, talent, place</source>
        <translation>Filter collega’s op naam, talent, plek</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collega’s</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>Colleagues</source>
        <translation>Collega’s</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Back to where you were (Esc)</source>
        <translation>Terug naar waar je was (Esc)</translation>
    </message>
    <message>
        <source>Nothing yet. What you say in the stream stands here.</source>
        <translation>Nog niets. Wat je in de stroom zegt, staat hier.</translation>
    </message>
    <message>
        <source>Nothing yet. What {name} says in the stream stands here.</source>
        <translation>Nog niets. Wat {name} in de stroom zegt, staat hier.</translation>
    </message>
    <message>
        <source>How you are reached</source>
        <translation>Hoe je te bereiken bent</translation>
    </message>
    <message>
        <source>Contact {name}</source>
        <translation>{name} bereiken</translation>
    </message>
    <message>
        <source>Only {name} and you can read a note.</source>
        <translation>Alleen {name} en jij kunnen een briefje lezen.</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Op de kaart tonen</translation>
    </message>
</context>
<context>
    <name>PinMover</name>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Drag the pin to where {place} is. Arrows move it too.</source>
        <translation>Sleep de speld naar waar {place} is. Met de pijltjes kan ook.</translation>
    </message>
    <message>
        <source>Pin of {place}</source>
        <translation>Speld van {place}</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Client</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantoor</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Thuis</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Verdieping</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Een plek toevoegen</translation>
    </message>
    <message>
        <source>Change this place</source>
        <translation>Deze plek wijzigen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>The middle of the town</source>
        <translation>Het midden van de gemeente</translation>
    </message>
    <message>
        <source>Show the spot on the map, to move it</source>
        <translation>Toon het punt op de kaart, om het te verplaatsen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Binnen</translation>
    </message>
    <message>
        <source>Without a town the place has no spot on the map.</source>
        <translation>Zonder gemeente heeft de plek geen punt op de kaart.</translation>
    </message>
    <message>
        <source>Save first what you changed here.</source>
        <translation>Bewaar eerst wat je hier veranderde.</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Everyone in the team can use it from then on.</source>
        <translation>Iedereen in het team kan ze vanaf dan gebruiken.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Niet gezegd</translation>
    </message>
    <message>
        <source>For how many people</source>
        <translation>Voor hoeveel personen</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>Breedte, lengte</translation>
    </message>
    <message>
        <source>Give the new place a name.</source>
        <translation>Geef de nieuwe plek een naam.</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Place</source>
        <translation>Plek</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Geen plek</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Same place as you</source>
        <translation>Zelfde plek als jij</translation>
    </message>
    <message>
        <source>with {guests}</source>
        <translation>met {guests}</translation>
    </message>
    <message>
        <source>set by you at {time}</source>
        <translation>door jou gezet om {time}</translation>
    </message>
    <message>
        <source>set by {name} at {time}</source>
        <translation>door {name} gezet om {time}</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>No place</source>
        <translation>Geen plek</translation>
    </message>
    <message>
        <source>New place …</source>
        <translation>Nieuwe plek …</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Places</source>
        <translation>Plekken</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Filter places</source>
        <translation>Plekken filteren</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Toevoegen …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Wijzigen …</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Samenvoegen …</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Toon op de kaart</translation>
    </message>
    <message>
        <source>{place} (the same name twice)</source>
        <translation>{place} (tweemaal dezelfde naam)</translation>
    </message>
    <message>
        <source>{place} ({count} there)</source>
        <translation>{place} ({count} daar)</translation>
    </message>
    <message>
        <source>{place} (fades on {day})</source>
        <translation>{place} (vervalt op {day})</translation>
    </message>
    <message>
        <source>No place matches.</source>
        <translation>Geen plek past hierbij.</translation>
    </message>
    <message>
        <source>Another place here has the same name. Are they one? Then merge them.</source>
        <translation>Een andere plek hier heeft dezelfde naam. Zijn ze één? Voeg ze dan samen.</translation>
    </message>
    <message>
        <source>Nobody is or plans to be here. It fades on {day}, unless it is changed or used.</source>
        <translation>Niemand is hier of is het van plan. Deze plek vervalt op {day}, tenzij iemand ze wijzigt of gebruikt.</translation>
    </message>
    <message>
        <source>It has no spot on the map yet: change it, and give its town.</source>
        <translation>Ze heeft nog geen punt op de kaart: wijzig ze en geef de gemeente.</translation>
    </message>
    <message>
        <source>Anyone may change a place; everyone sees the change.</source>
        <translation>Iedereen mag een plek wijzigen; iedereen ziet de wijziging.</translation>
    </message>
</context>
<context>
    <name>PlanDrop</name>
    <message>
        <source>Drop it to draw the plan of {floor}</source>
        <translation>Laat los om de plattegrond van {floor} te tekenen</translation>
    </message>
    <message>
        <source>Drop it to draw a first floor of {floor}</source>
        <translation>Laat los om een eerste verdieping van {floor} te tekenen</translation>
    </message>
</context>
<context>
    <name>Planned</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} tot en met {last}</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Planned for {day}</source>
        <translation>Gepland voor {day}</translation>
    </message>
</context>
<context>
    <name>PlannedNote</name>
    <message>
        <source>Back to now</source>
        <translation>Terug naar nu</translation>
    </message>
</context>
<context>
    <name>PostForm</name>
    <message>
        <source>Ask</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>What would you ask or share?</source>
        <translation>Wat wil je vragen of delen?</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Sharing is paused: this can be posted when you share again.</source>
        <translation>Delen is gepauzeerd: dit kan geplaatst worden als je weer deelt.</translation>
    </message>
</context>
<context>
    <name>PostWidget</name>
    <message>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <translation>{host} openen</translation>
    </message>
    <message>
        <source>Keep {host} among my links</source>
        <translation>{host} bij mijn links bewaren</translation>
    </message>
</context>
<context>
    <name>Precision</name>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Colleagues see the place that you pick, to the room or desk</source>
        <translation>Collega’s zien de plek die je kiest, tot op de ruimte of het bureau</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Colleagues see the office or client, no room or desk</source>
        <translation>Collega’s zien het kantoor of de klant, geen ruimte of bureau</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Colleagues see the town, not where in it</source>
        <translation>Collega’s zien de gemeente, niet waar precies</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Colleagues see no place, whatever you pick</source>
        <translation>Collega’s zien geen plek, wat je ook kiest</translation>
    </message>
</context>
<context>
    <name>PrecisionMenu</name>
    <message>
        <source>At home: {town} …</source>
        <translation>Thuis: {town} …</translation>
    </message>
    <message>
        <source>At home: no town …</source>
        <translation>Thuis: geen gemeente …</translation>
    </message>
    <message>
        <source>Colleagues see your town while you say that you are at home</source>
        <translation>Collega’s zien je gemeente zolang je zegt dat je thuis bent</translation>
    </message>
    <message>
        <source>Colleagues see that you are at home, no town</source>
        <translation>Collega’s zien dat je thuis bent, geen gemeente</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>My profile</source>
        <translation>Mijn profiel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>What a colleague sees</source>
        <translation>Wat een collega ziet</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>What you like to be asked about, not your job title.</source>
        <translation>Waarover je graag vragen krijgt, niet je functie.</translation>
    </message>
    <message>
        <source>Ask me about</source>
        <translation>Vraag me naar</translation>
    </message>
    <message>
        <source>Reach me by</source>
        <translation>Bereik me via</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Colleagues need a name to know you by.</source>
        <translation>Collega’s hebben een naam nodig om je te kennen.</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Bijvoorbeeld</translation>
    </message>
    <message>
        <source>Facilitation</source>
        <translation>Begeleiden van groepen</translation>
    </message>
    <message>
        <source>Interviewing</source>
        <translation>Interviewen</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Add the talent {name}</source>
        <translation>Talent {name} toevoegen</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Who are you?</source>
        <translation>Wie ben je?</translation>
    </message>
    <message>
        <source>Colleagues see this. Change it whenever you like.</source>
        <translation>Collega’s zien dit. Wijzig het wanneer je wilt.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Stap {step} van {steps}</translation>
    </message>
</context>
<context>
    <name>PromptBanner</name>
    <message>
        <source>Something else …</source>
        <translation>Iets anders …</translation>
    </message>
    <message>
        <source>Say it …</source>
        <translation>Zeg het …</translation>
    </message>
    <message>
        <source>Never ask this</source>
        <translation>Vraag dit nooit</translation>
    </message>
    <message>
        <source>Also forgets on which topics you were</source>
        <translation>Vergeet ook met welke thema’s je bezig was</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Tot {time}</translation>
    </message>
    <message>
        <source>It leaves every colleague’s screen at {time}, as you said.</source>
        <translation>Het gaat om {time} van het scherm van elke collega, zoals je zei.</translation>
    </message>
    <message>
        <source>Still on “{text}”?</source>
        <translation>Nog bezig met “{text}”?</translation>
    </message>
    <message>
        <source>You were on #{topic} last week: how did it go?</source>
        <translation>Je was vorige week bezig met #{topic}: hoe is het gegaan?</translation>
    </message>
    <message>
        <source>Only this computer knows that, for two weeks. Nothing is sent by itself.</source>
        <translation>Alleen deze computer weet dat, twee weken lang. Niets gaat vanzelf de deur uit.</translation>
    </message>
</context>
<context>
    <name>QuestionBanner</name>
    <message>
        <source>Don&apos;t ask</source>
        <translation>Niet vragen</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Step out</source>
        <translation>Niet meer meedoen</translation>
    </message>
    <message>
        <source>Join in</source>
        <translation>Ik doe mee</translation>
    </message>
    <message>
        <source>Send a link</source>
        <translation>Een link sturen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open the question: {text}</source>
        <translation>Open het vraagstuk: {text}</translation>
    </message>
    <message>
        <source>Show it with its answers</source>
        <translation>Toon het met de antwoorden</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Join in</source>
        <translation>Ik doe mee</translation>
    </message>
    <message>
        <source>Step out</source>
        <translation>Ik doe niet meer mee</translation>
    </message>
    <message>
        <source>Ask as a question</source>
        <translation>Als vraag stellen</translation>
    </message>
    <message>
        <source>Puts it in the stream: colleagues join in and answer</source>
        <translation>Zet het in de stroom: collega’s doen mee en antwoorden</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Opgelost</translation>
    </message>
    <message>
        <source>Tell {name} that you are on it too (Ctrl J)</source>
        <translation>Laat {name} weten dat je ook meedoet (Ctrl J)</translation>
    </message>
    <message>
        <source>Tell {name} that you are on it no more (Ctrl J)</source>
        <translation>Laat {name} weten dat je niet meer meedoet (Ctrl J)</translation>
    </message>
    <message>
        <source>{count} joined</source>
        <translation>{count} doen mee</translation>
    </message>
    <message>
        <source>1 joined</source>
        <translation>1 doet mee</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 antwoord</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} antwoorden</translation>
    </message>
    <message>
        <source>Open the question</source>
        <translation>De vraag openen</translation>
    </message>
    <message>
        <source>Show it with its answers</source>
        <translation>Met de antwoorden tonen</translation>
    </message>
    <message>
        <source>Solved, thanks {name}</source>
        <translation>Opgelost, dank je {name}</translation>
    </message>
    <message>
        <source>Solved, thanks to all</source>
        <translation>Opgelost, dank jullie allemaal</translation>
    </message>
    <message>
        <source>Solved by myself</source>
        <translation>Zelf opgelost</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Screens</source>
        <translation>Schermen</translation>
    </message>
    <message>
        <source>{screen}, new from {names}</source>
        <translation>{screen}, nieuw van {names}</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collega’s</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stroom</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Briefjes</translation>
    </message>
    <message>
        <source>Ctrl {number}</source>
        <translation>Ctrl {number}</translation>
    </message>
</context>
<context>
    <name>RasterLayer</name>
    <message>
        <source>The map server gives no map</source>
        <translation>De kaartserver geeft geen kaart</translation>
    </message>
</context>
<context>
    <name>ReachLine</name>
    <message>
        <source>Nobody follows {topics} yet; the whole team can see it.</source>
        <translation>Nog niemand volgt {topics}; het hele team kan het zien.</translation>
    </message>
    <message>
        <source>Followers of {topics}: {names}</source>
        <translation>Volgers van {topics}: {names}</translation>
    </message>
    <message numerus="yes">
        <source>Followers of {topics}: {names} and %n more</source>
        <translation>
            <numerusform>Volgers van {topics}: {names} en nog %n</numerusform>
            <numerusform>Volgers van {topics}: {names} en nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>{reason}, with thanks</source>
        <translation>{reason}, met dank</translation>
    </message>
    <message>
        <source>Listed {talents}</source>
        <translation>Noemt {talents}</translation>
    </message>
    <message>
        <source>On it now: {text}</source>
        <translation>Nu bezig: {text}</translation>
    </message>
    <message>
        <source>Works on {jobs}</source>
        <translation>Werkt aan {jobs}</translation>
    </message>
    <message>
        <source>Looking for the same</source>
        <translation>Zoekt hetzelfde</translation>
    </message>
    <message>
        <source>Helped to solve a question</source>
        <translation>Hielp een vraag oplossen</translation>
    </message>
    <message>
        <source>Helped to solve {count} questions</source>
        <translation>Hielp {count} vragen oplossen</translation>
    </message>
    <message>
        <source>Answered a question</source>
        <translation>Beantwoordde een vraag</translation>
    </message>
    <message>
        <source>Answered {count} questions</source>
        <translation>Beantwoordde {count} vragen</translation>
    </message>
    <message>
        <source>Shared a link</source>
        <translation>Deelde een link</translation>
    </message>
    <message>
        <source>Shared {count} links</source>
        <translation>Deelde {count} links</translation>
    </message>
    <message>
        <source>Wrote about it</source>
        <translation>Schreef een bericht</translation>
    </message>
    <message>
        <source>Wrote about it {count} times</source>
        <translation>Schreef {count} berichten</translation>
    </message>
    <message>
        <source>{reason} on {topics}</source>
        <translation>{reason} over {topics}</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Recent, shared with you</source>
        <translation>Recent, met jou gedeeld</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 antwoord</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} antwoorden</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove {name} from the team?</source>
        <translation>{name} uit het team verwijderen?</translation>
    </message>
    <message>
        <source>From now on {name} receives nothing new: not from you, and not from anybody whose computer hears of it, which is at once for everybody who is online.</source>
        <translation>Vanaf nu ontvangt {name} niets nieuws meer: niet van jou, en niet van wie het hoort. Iedereen die online is, hoort het meteen.</translation>
    </message>
    <message>
        <source>Their profile and status disappear, the places they added stay. What they have seen before, they keep: no program can take that back.</source>
        <translation>Profiel en status verdwijnen, toegevoegde plekken blijven. Wat al gezien is, blijft gezien: geen programma kan dat terugnemen.</translation>
    </message>
    <message>
        <source>To come back they need a new invite.</source>
        <translation>Terugkomen kan alleen met een nieuwe uitnodiging.</translation>
    </message>
    <message>
        <source>Remove from the team</source>
        <translation>Uit het team verwijderen</translation>
    </message>
</context>
<context>
    <name>RepairBox</name>
    <message>
        <source>Address of a colleague&apos;s computer</source>
        <translation>Adres van de computer van een collega</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>To do: {title}</source>
        <translation>Te doen: {title}</translation>
    </message>
    <message>
        <source>Type an address, like 10.20.12.41 or office-pc.</source>
        <translation>Typ een adres, zoals 10.20.12.41 of office-pc.</translation>
    </message>
</context>
<context>
    <name>RingCounter</name>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>characters</comment>
        <translation>
            <numerusform>%n te veel</numerusform>
            <numerusform>%n te veel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>characters</comment>
        <translation>
            <numerusform>nog %n</numerusform>
            <numerusform>nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>000 left</source>
        <translation>nog 000</translation>
    </message>
</context>
<context>
    <name>RoomList</name>
    <message>
        <source>Rooms and desks</source>
        <translation>Ruimtes en bureaus</translation>
    </message>
    <message>
        <source>Elsewhere on this floor</source>
        <translation>Elders op deze verdieping</translation>
    </message>
</context>
<context>
    <name>RosterList</name>
    <message>
        <source>At {place}</source>
        <translation>Bij {place}</translation>
    </message>
    <message>
        <source>Also here, at {place}</source>
        <translation>Ook hier, bij {place}</translation>
    </message>
    <message>
        <source>Also there, at {place}</source>
        <translation>Ook daar, bij {place}</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gevolgd</translation>
    </message>
    <message>
        <source>Everyone else</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Last known</source>
        <translation>Laatst bekend</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Niets gepland</translation>
    </message>
    <message>
        <source>{count} colleagues</source>
        <translation>{count} collega’s</translation>
    </message>
    <message>
        <source>1 colleague</source>
        <translation>1 collega</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Nu hier</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>ingeklapt</translation>
    </message>
</context>
<context>
    <name>RowFacts</name>
    <message>
        <source>heard {ago}, checking</source>
        <translation>gehoord: {ago}, wordt nagegaan</translation>
    </message>
    <message>
        <source>live through a colleague’s computer</source>
        <translation>live via de computer van een collega</translation>
    </message>
    <message>
        <source>live through {name}’s computer</source>
        <translation>live via de computer van {name}</translation>
    </message>
    <message>
        <source>live through the computers of {names}</source>
        <translation>live via de computers van {names}</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wordt nagegaan</translation>
    </message>
    <message>
        <source>Last seen at {place}</source>
        <translation>Laatst gezien bij {place}</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Niets gepland</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Nog niet gezien</translation>
    </message>
    <message>
        <source>Last seen {ago}</source>
        <translation>Laatst gezien {ago}</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geverifieerd</translation>
    </message>
    <message>
        <source>Two computers use their key: ask them</source>
        <translation>Twee computers gebruiken deze sleutel: vraag ernaar</translation>
    </message>
    <message>
        <source>New key: compare words</source>
        <translation>Nieuwe sleutel: vergelijk woorden</translation>
    </message>
    <message>
        <source>{name}, planned for {day}: {plan}</source>
        <translation>{name}, gepland voor {day}: {plan}</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>bij {place}</translation>
    </message>
    <message>
        <source>last seen {age} ago</source>
        <translation>laatst gezien {age} geleden</translation>
    </message>
    <message>
        <source>said {age} ago</source>
        <translation>{age} geleden gezegd</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
</context>
<context>
    <name>SaidFound</name>
    <message>
        <source>Said about it</source>
        <translation>Erover gezegd</translation>
    </message>
</context>
<context>
    <name>SayBox</name>
    <message>
        <source>Enter sends</source>
        <translation>Enter verstuurt</translation>
    </message>
    <message>
        <source>What is at {host}? A few words, or none</source>
        <translation>Wat staat er op {host}? Een paar woorden, of niets</translation>
    </message>
</context>
<context>
    <name>SayDialog</name>
    <message>
        <source>Say it differently</source>
        <translation>Zeg het anders</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>Je bericht</translation>
    </message>
    <message>
        <source>Everybody gets the new words</source>
        <translation>Iedereen krijgt de nieuwe woorden</translation>
    </message>
    <message>
        <source>Reshare</source>
        <translation>Doorgeven</translation>
    </message>
    <message>
        <source>Your words to it, or none</source>
        <translation>Je woorden erbij, of geen</translation>
    </message>
    <message>
        <source>Its author is named</source>
        <translation>Wie het schreef staat erbij</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>What of the stream</source>
        <translation>Wat van de stroom</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Berichten</translation>
    </message>
</context>
<context>
    <name>SendLinkDialog</name>
    <message>
        <source>Send {name} a link</source>
        <translation>Stuur {name} een link</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>Paste an address, or find one of yours by its words</source>
        <translation>Plak een adres, of zoek een van jouw links op woorden</translation>
    </message>
    <message>
        <source>Address of a link, or words of one of yours</source>
        <translation>Adres van een link, of woorden van een van jou</translation>
    </message>
    <message>
        <source>What it is (may name #topics)</source>
        <translation>Wat het is (met #thema’s als je wilt)</translation>
    </message>
    <message>
        <source>What the link is</source>
        <translation>Wat de link is</translation>
    </message>
    <message>
        <source>My links, best matches first</source>
        <translation>Mijn links, de beste eerst</translation>
    </message>
    <message>
        <source>A line with it</source>
        <translation>Een regel erbij</translation>
    </message>
    <message>
        <source>Or nothing: a link is enough</source>
        <translation>Of niets: een link volstaat</translation>
    </message>
    <message>
        <source>Keep it among my links</source>
        <translation>Bewaar die bij mijn links</translation>
    </message>
    <message>
        <source>As an answer in the thread, for everybody</source>
        <translation>Als antwoord in het gesprek, voor iedereen</translation>
    </message>
    <message>
        <source>In the thread: the whole team can read it.</source>
        <translation>In het gesprek: het hele team kan het lezen.</translation>
    </message>
    <message>
        <source>A sealed note: only {name} and you can read it.</source>
        <translation>Een verzegeld briefje: alleen {name} en jij kunnen het lezen.</translation>
    </message>
    <message>
        <source>None of your links has these words. Paste an address instead.</source>
        <translation>Geen van je links heeft die woorden. Plak een adres.</translation>
    </message>
    <message>
        <source>No links are saved yet. Paste an address; it is kept for the next time.</source>
        <translation>Er zijn nog geen links bewaard. Plak een adres; het blijft bewaard voor de volgende keer.</translation>
    </message>
    <message>
        <source>{name} is no longer in the team.</source>
        <translation>{name} is niet meer in het team.</translation>
    </message>
    <message>
        <source>Sharing is paused: share again to send it.</source>
        <translation>Delen is gepauzeerd: deel weer om te versturen.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>That is {length} characters; at most {limit} fit. Nothing was shared.</source>
        <translation>Dat zijn {length} tekens; er passen er hoogstens {limit}. Er is niets gedeeld.</translation>
    </message>
    <message>
        <source>Name in a few words what you ask about, like “peppol vat”.</source>
        <translation>Noem in een paar woorden waarover je iets vraagt, zoals “peppol btw”.</translation>
    </message>
    <message>
        <source>Say what to ask, or tell in your status what you struggle with.</source>
        <translation>Zeg wat je wilt vragen, of zeg in je status waarmee je worstelt.</translation>
    </message>
    <message>
        <source>Say something: a post needs a text of at most {most} characters, or a link.</source>
        <translation>Zeg iets: een bericht heeft een tekst van hooguit {most} tekens nodig, of een link.</translation>
    </message>
    <message>
        <source>A post has at most {most} links.</source>
        <translation>Een bericht heeft hooguit {most} links.</translation>
    </message>
    <message>
        <source>That post isn&apos;t here any more.</source>
        <translation>Dat bericht is hier niet meer.</translation>
    </message>
    <message>
        <source>That is somebody else&apos;s post. You can change and take back your own only.</source>
        <translation>Dat is het bericht van iemand anders. Alleen je eigen berichten kun je wijzigen en terugnemen.</translation>
    </message>
    <message>
        <source>A post can be changed for {minutes} minutes and {times} times, so that nobody&apos;s answer stands under something else. Take it back, or add to it with a reply.</source>
        <translation>Een bericht kan {minutes} minuten lang en {times} keer gewijzigd worden, zodat niemands antwoord onder iets anders staat. Neem het terug, of vul het aan met een antwoord.</translation>
    </message>
    <message>
        <source>Only who asked a question can call it solved.</source>
        <translation>Alleen wie een vraag stelde, kan ze opgelost noemen.</translation>
    </message>
    <message>
        <source>Name at most {most} others by whose help it is solved.</source>
        <translation>Noem hooguit {most} anderen met wier hulp het opgelost is.</translation>
    </message>
    <message>
        <source>Thanks go to somebody else&apos;s post; this one is yours.</source>
        <translation>Danken doe je voor het bericht van iemand anders; dit is van jou.</translation>
    </message>
    <message>
        <source>You see your own posts anyway. Follow somebody else, or a topic.</source>
        <translation>Je eigen berichten zie je toch al. Volg iemand anders, of een thema.</translation>
    </message>
    <message>
        <source>Say something: a note needs a text of at most {most} characters.</source>
        <translation>Zeg iets: een briefje heeft een tekst van hooguit {most} tekens nodig.</translation>
    </message>
    <message>
        <source>That is you. A note goes to a colleague.</source>
        <translation>Dat ben jij. Een briefje gaat naar een collega.</translation>
    </message>
    <message>
        <source>That note isn&apos;t here any more, or isn&apos;t yours.</source>
        <translation>Dat briefje is hier niet meer, of is niet van jou.</translation>
    </message>
    <message>
        <source>Nothing can be sealed to that person&apos;s key, so that they alone read it. Reach them another way.</source>
        <translation>Voor de sleutel van die persoon kan niets verzegeld worden dat die alleen leest. Bereik die persoon op een andere manier.</translation>
    </message>
    <message>
        <source>An introduction is of two colleagues, not of oneself.</source>
        <translation>Je stelt twee collega’s aan elkaar voor, niet jezelf.</translation>
    </message>
    <message>
        <source>That introduction isn&apos;t here any more.</source>
        <translation>Die kennismaking is hier niet meer.</translation>
    </message>
    <message>
        <source>A job needs a name, like “Tender for Acme #bids”.</source>
        <translation>Een klus heeft een naam nodig, zoals “Offerte voor Acme #aanbesteding”.</translation>
    </message>
    <message>
        <source>A job has at most {most} topics of {letters} letters.</source>
        <translation>Een klus heeft hooguit {most} thema’s van {letters} letters.</translation>
    </message>
    <message>
        <source>That job isn&apos;t here any more.</source>
        <translation>Die klus is hier niet meer.</translation>
    </message>
    <message>
        <source>You are on {most} jobs, and more don&apos;t fit. Leave one first.</source>
        <translation>Je werkt aan {most} klussen, en meer passen er niet. Verlaat er eerst een.</translation>
    </message>
    <message>
        <source>Name one topic, like #peppol.</source>
        <translation>Noem één thema, zoals #peppol.</translation>
    </message>
    <message>
        <source>#{topic} and #{other} are one topic already.</source>
        <translation>#{topic} en #{other} zijn al één thema.</translation>
    </message>
    <message>
        <source>#{topic} is called so already.</source>
        <translation>#{topic} heet al zo.</translation>
    </message>
    <message>
        <source>#{topic} is what {joined} are called. Part one of those.</source>
        <translation>#{topic} is hoe {joined} heten. Maak een van die los.</translation>
    </message>
    <message>
        <source>#{topic} was neither renamed nor joined.</source>
        <translation>#{topic} kreeg geen andere naam en werd niet samengevoegd.</translation>
    </message>
    <message>
        <source>{most} links are saved, which is all there can be. Remove some first.</source>
        <translation>Er zijn {most} links bewaard, en meer kunnen er niet zijn. Verwijder er eerst een paar.</translation>
    </message>
    <message>
        <source>That link isn&apos;t saved any more.</source>
        <translation>Die link is niet meer bewaard.</translation>
    </message>
    <message>
        <source>That is {excess} bytes more than colleagues take. Shorten it; nothing was shared.</source>
        <translation>Dat is {excess} bytes meer dan collega’s aannemen. Maak het korter; er is niets gedeeld.</translation>
    </message>
    <message>
        <source>This was changed too often and can&apos;t be changed any more. Make a new one.</source>
        <translation>Dit is te vaak gewijzigd en kan niet meer gewijzigd worden. Maak iets nieuws.</translation>
    </message>
    <message>
        <source>“{text}” is no address to connect to. Write it like office-pc:47800.</source>
        <translation>“{text}” is geen adres om mee te verbinden. Schrijf het als kantoor-pc:47800.</translation>
    </message>
    <message>
        <source>{address} isn&apos;t among the addresses that were added.</source>
        <translation>{address} is niet bij de adressen die toegevoegd zijn.</translation>
    </message>
    <message>
        <source>Colleagues on this network can&apos;t be found by themselves. Add one by address, in Network.</source>
        <translation>Collega’s op dit netwerk worden niet vanzelf gevonden. Voeg er een toe met een adres, bij Netwerk.</translation>
    </message>
    <message>
        <source>This program may have {most} files and connections open, and nearly all are: no further colleague&apos;s computer is let in or called. Let this computer allow more, and start again.</source>
        <translation>Dit programma mag {most} bestanden en verbindingen open hebben, en bijna alle zijn dat: geen computer van een collega wordt nog binnengelaten of opgeroepen. Laat deze computer er meer toestaan, en start opnieuw.</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program. Stop that program, and start again.</source>
        <translation>Poort {port} is bezet door een ander programma. Stop dat programma, en start opnieuw.</translation>
    </message>
    <message>
        <source>This account may not listen on port {port}. Choose one above 1023.</source>
        <translation>Deze account mag niet luisteren op poort {port}. Kies er een boven 1023.</translation>
    </message>
    <message>
        <source>The port to listen on is below {most}.</source>
        <translation>De poort om op te luisteren is lager dan {most}.</translation>
    </message>
    <message>
        <source>This computer can&apos;t listen on {host}. Choose one of its own addresses.</source>
        <translation>Deze computer kan niet luisteren op {host}. Kies een van zijn eigen adressen.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} can&apos;t be made or opened. Check its permissions.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} kan niet gemaakt of geopend worden. Kijk de rechten na.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} can&apos;t be written. Make it writable.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} kan niet geschreven worden. Maak het beschrijfbaar.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} can&apos;t be read. It must belong to you and be readable.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} kan niet gelezen worden. Het moet van jou zijn, en leesbaar.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} can&apos;t be kept from others. It must belong to you.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} kan niet voor anderen verborgen worden. Het moet van jou zijn.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} is damaged. Put it back from a backup.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} is beschadigd. Zet het terug uit een back-up.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} is missing. Put it back from a backup.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} ontbreekt. Zet het terug uit een back-up.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} belongs to another team. Put the right one back.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} hoort bij een ander team. Zet het juiste terug.</translation>
    </message>
    <message>
        <source>{path} holds another person&apos;s key. Choose another profile.</source>
        <translation>{path} bevat de sleutel van iemand anders. Kies een ander profiel.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: what proves that you are in the team is damaged or gone. Put the profile back from a backup, or join again by an invite, with another profile.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: wat bewijst dat je in het team zit, is beschadigd of weg. Zet het profiel terug uit een back-up, of sluit opnieuw aan met een uitnodiging, met een ander profiel.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} was written by a newer Presence Map. Install that version, or a later one.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} is geschreven door een nieuwere Presence Map. Installeer die versie, of een latere.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} was written by another version of Presence Map, and can&apos;t be brought up to date while it can&apos;t be written.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} is geschreven door een andere versie van Presence Map, en kan niet bijgewerkt worden zolang het niet beschrijfbaar is.</translation>
    </message>
    <message>
        <source>Your profile can&apos;t be used, and nothing was changed: {path} belongs to another program. Move it away.</source>
        <translation>Je profiel is onbruikbaar, en er is niets veranderd: {path} hoort bij een ander programma. Verplaats het.</translation>
    </message>
    <message>
        <source>{path} is damaged and can&apos;t be set aside. Check the permissions of its folder; nothing was deleted.</source>
        <translation>{path} is beschadigd en kan niet opzijgezet worden. Kijk de rechten van de map na; er is niets verwijderd.</translation>
    </message>
    <message>
        <source>Your records were damaged, and are kept aside as {name}. What could be read was taken over; colleagues&apos; programs send the rest. Nothing was deleted.</source>
        <translation>Je gegevens waren beschadigd en zijn opzijgezet als {name}. Wat leesbaar was, is overgenomen; de apps van collega’s sturen de rest. Er is niets verwijderd.</translation>
    </message>
    <message>
        <source>The disk reports an error at {path}. Check its space and its health.</source>
        <translation>De schijf meldt een fout bij {path}. Kijk na of ze plaats heeft en gezond is.</translation>
    </message>
    <message>
        <source>Another program holds {path}. Close that program, then try again.</source>
        <translation>Een ander programma houdt {path} vast. Sluit dat programma, en probeer opnieuw.</translation>
    </message>
    <message>
        <source>The disk takes no larger file than {path} is. Move the profile to another disk.</source>
        <translation>De schijf neemt geen groter bestand aan dan {path} is. Verplaats het profiel naar een andere schijf.</translation>
    </message>
    <message>
        <source>{path} is damaged, so saved links can&apos;t be shown. Put it back from a backup, or move it away; nothing was changed.</source>
        <translation>{path} is beschadigd, dus bewaarde links kunnen niet getoond worden. Zet het terug uit een back-up, of verplaats het; er is niets veranderd.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written. Check the free space and the permissions of its folder, then try again; nothing was changed.</source>
        <translation>{path} kan niet geschreven worden. Kijk de vrije ruimte en de rechten van de map na, en probeer opnieuw; er is niets veranderd.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be removed. Check the permissions of its folder.</source>
        <translation>{path} kan niet verwijderd worden. Kijk de rechten van de map na.</translation>
    </message>
    <message>
        <source>That didn&apos;t work, and it is the app&apos;s fault. Nothing was lost; the log says more.</source>
        <translation>Dat is niet gelukt, en dat ligt aan de app. Er is niets verloren; het logboek zegt meer.</translation>
    </message>
    <message>
        <source>This link isn&apos;t whole, or isn&apos;t an invite. Ask your colleague to send it again, and copy it from start to end.</source>
        <translation>Deze link is niet volledig, of is geen uitnodiging. Vraag je collega hem opnieuw te sturen en kopieer hem van begin tot eind.</translation>
    </message>
    <message>
        <source>This invite has expired. Ask your colleague for a new link.</source>
        <translation>Deze uitnodiging is verlopen. Vraag je collega een nieuwe link.</translation>
    </message>
    <message>
        <source>You are in a team already. Another profile can join another team.</source>
        <translation>Je zit al in een team. Met een ander profiel kun je bij een ander team.</translation>
    </message>
    <message>
        <source>You were removed from this team, so nobody tells you anything new. Ask a colleague why; with a new invite you can join again, as a new profile.</source>
        <translation>Je bent uit dit team verwijderd, dus niemand laat je nog iets weten. Vraag een collega waarom; met een nieuwe uitnodiging kun je weer meedoen, als een nieuw profiel.</translation>
    </message>
    <message>
        <source>Presence Map runs on this profile already. Use that one, or quit it first.</source>
        <translation>Presence Map loopt al op dit profiel. Gebruik die, of sluit ze eerst af.</translation>
    </message>
    <message>
        <source>This computer is busy, and didn&apos;t answer in time. What was asked may still be done; look before you ask again.</source>
        <translation>Deze computer is bezig, en antwoordde niet op tijd. Wat gevraagd was, kan nog gebeuren; kijk eerst voor je het opnieuw vraagt.</translation>
    </message>
    <message>
        <source>You have no team yet. Create one, or join with a link.</source>
        <translation>Je hebt nog geen team. Begin er een, of sluit aan met een link.</translation>
    </message>
    <message>
        <source>Write it like https://tiles.example/{z}/{x}/{y}.png: https, a host, and in the path {z}, {x} and {y} once each; no user, and nothing after a ?.</source>
        <translation>Schrijf het als https://tiles.example/{z}/{x}/{y}.png: https, een host, en in het pad {z}, {x} en {y} elk één keer; geen gebruiker, en niets na een ?.</translation>
    </message>
    <message>
        <source>A plan&apos;s picture has at most 2 MiB, and 8000 pixels either way. Save it smaller.</source>
        <translation>De afbeelding van een plattegrond heeft hooguit 2 MiB en 8000 pixels in elke richting. Bewaar ze kleiner.</translation>
    </message>
    <message>
        <source>The app isn&apos;t connected, so nothing was shared. Quit and start it again.</source>
        <translation>De app is niet verbonden, dus er is niets gedeeld. Sluit ze af en start opnieuw.</translation>
    </message>
    <message>
        <source>Your records were gone. A new file was begun; colleagues&apos; programs send them back.</source>
        <translation>Je gegevens waren weg. Er is een nieuw bestand begonnen; de apps van collega’s sturen ze terug.</translation>
    </message>
    <message>
        <source>Your records are damaged. Quit and start again: the damaged file is then kept aside, and colleagues&apos; programs send the records back. Nothing was deleted.</source>
        <translation>Je gegevens zijn beschadigd. Sluit af en start opnieuw: het beschadigde bestand wordt dan opzijgezet, en de apps van collega’s sturen de gegevens terug. Er is niets verwijderd.</translation>
    </message>
    <message>
        <source>Your profile&apos;s folder can&apos;t be written: you see what was kept there and what colleagues say, but nothing of yours can be shared. Make it writable, then restart.</source>
        <translation>De map van je profiel kan niet geschreven worden: je ziet wat daar bewaard is en wat collega’s zeggen, maar niets van jou kan gedeeld worden. Maak haar schrijfbaar, en start opnieuw.</translation>
    </message>
    <message>
        <source>It is done, but can&apos;t be kept for the next start: the disk takes nothing. That is tried again until it does.</source>
        <translation>Het is gebeurd, maar kan niet bewaard worden voor de volgende start: de schijf neemt niets aan. Dat wordt opnieuw geprobeerd tot het lukt.</translation>
    </message>
    <message>
        <source>The disk is full. You see your colleagues, but nothing of yours can be shared until you free some space. Nothing that was saved is lost.</source>
        <translation>De schijf is vol. Je ziet je collega’s, maar zelf delen kan pas weer als je plaats maakt. Wat bewaard was, is niet verloren.</translation>
    </message>
    <message>
        <source>The disk is read-only. You see your colleagues, but nothing of yours can be shared until it can be written again. Nothing that was saved is lost.</source>
        <translation>De schijf is alleen-lezen. Je ziet je collega’s, maar zelf delen kan pas als ze weer beschrijfbaar is. Wat bewaard was, is niet verloren.</translation>
    </message>
    <message>
        <source>Write latitude and longitude in degrees, like 51.0543, 3.7174.</source>
        <translation>Schrijf breedte en lengte in graden, zoals 51.0543, 3.7174.</translation>
    </message>
    <message>
        <source>A place needs a name.</source>
        <translation>Een plek heeft een naam nodig.</translation>
    </message>
    <message>
        <source>Give both latitude and longitude, or neither.</source>
        <translation>Geef breedte en lengte allebei, of geen van beide.</translation>
    </message>
    <message>
        <source>A latitude is within ±90 degrees, a longitude within ±180.</source>
        <translation>Een breedte ligt binnen ±90 graden, een lengte binnen ±180.</translation>
    </message>
    <message>
        <source>The place to put it in isn&apos;t known. Choose another one.</source>
        <translation>De plek waarin ze moet liggen, is niet bekend. Kies een andere.</translation>
    </message>
    <message>
        <source>A place can&apos;t be inside itself.</source>
        <translation>Een plek kan niet in zichzelf liggen.</translation>
    </message>
    <message>
        <source>Choose two places of which neither is inside the other.</source>
        <translation>Kies twee plekken waarvan geen van beide in de andere ligt.</translation>
    </message>
    <message>
        <source>Nobody knows that place. Choose another one.</source>
        <translation>Niemand kent die plek. Kies een andere.</translation>
    </message>
    <message>
        <source>Home and On the road are in every team and stay as they are.</source>
        <translation>Thuis en Onderweg zitten in elk team en blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Only of a room it is said for how many people it is.</source>
        <translation>Alleen van een ruimte wordt gezegd voor hoeveel personen ze is.</translation>
    </message>
    <message>
        <source>A room is for 1 to {most} people.</source>
        <translation>Een ruimte is voor 1 tot {most} personen.</translation>
    </message>
    <message>
        <source>No town “{town}” is known. Try a larger town nearby.</source>
        <translation>Er is geen gemeente “{town}” bekend. Probeer een grotere in de buurt.</translation>
    </message>
    <message>
        <source>Only a floor has a plan. Choose a floor, or add one.</source>
        <translation>Alleen een verdieping heeft een plattegrond. Kies een verdieping, of voeg er een toe.</translation>
    </message>
    <message>
        <source>A plan has at most {most} by {most} pixels.</source>
        <translation>Een plattegrond heeft hooguit {most} bij {most} pixels.</translation>
    </message>
    <message>
        <source>At most {most} rooms and desks fit on a plan.</source>
        <translation>Op een plattegrond passen hooguit {most} ruimtes en bureaus.</translation>
    </message>
    <message>
        <source>A room or desk has at most {most} corners.</source>
        <translation>Een ruimte of bureau heeft hooguit {most} hoeken.</translation>
    </message>
    <message>
        <source>A room or desk lies outside of the plan. Move it onto the plan.</source>
        <translation>Een ruimte of bureau ligt buiten de plattegrond. Verplaats ze naar binnen.</translation>
    </message>
    <message>
        <source>A room or desk on the plan isn&apos;t a place of this floor. Add it first.</source>
        <translation>Een ruimte of bureau op de plattegrond is geen plek van deze verdieping. Voeg die eerst toe.</translation>
    </message>
    <message>
        <source>This is no PNG, JPEG or WebP picture. Save the plan as one of these, and take that.</source>
        <translation>Dit is geen PNG-, JPEG- of WebP-afbeelding. Bewaar de plattegrond als een van deze, en neem die.</translation>
    </message>
    <message>
        <source>This picture is cut short or damaged. Take a whole copy of it.</source>
        <translation>Deze afbeelding is afgekapt of beschadigd. Neem er een volledige kopie van.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read. Take a file, not a folder, that you may read.</source>
        <translation>{file} kan niet gelezen worden. Neem een bestand, geen map, dat je mag lezen.</translation>
    </message>
    <message>
        <source>That day is over. Plans are for today and the days to come.</source>
        <translation>Die dag is voorbij. Plannen zijn voor vandaag en de dagen die komen.</translation>
    </message>
    <message>
        <source>The last day comes before the first. Give the first one first.</source>
        <translation>De laatste dag komt vóór de eerste. Geef de eerste eerst.</translation>
    </message>
    <message>
        <source>Only the next {most} days can be planned.</source>
        <translation>Alleen de komende {most} dagen kunnen gepland worden.</translation>
    </message>
    <message>
        <source>That time is over. Choose one to come.</source>
        <translation>Dat tijdstip is voorbij. Kies er een dat nog komt.</translation>
    </message>
    <message>
        <source>At most {most} guests can be told.</source>
        <translation>Er kunnen hooguit {most} gasten gemeld worden.</translation>
    </message>
    <message>
        <source>Guests are with you at a place. Say where you are too.</source>
        <translation>Gasten zijn bij jou op een plek. Zeg ook waar je bent.</translation>
    </message>
    <message>
        <source>A name is needed: colleagues have to know who you are.</source>
        <translation>Er is een naam nodig: collega’s moeten weten wie je bent.</translation>
    </message>
    <message>
        <source>At most {most} talents fit. Leave some out.</source>
        <translation>Er passen hooguit {most} talenten. Laat er een paar weg.</translation>
    </message>
    <message>
        <source>At most {most} contact ways fit. Leave some out.</source>
        <translation>Er passen hooguit {most} contactwegen. Laat er een paar weg.</translation>
    </message>
    <message>
        <source>An address has at most {most} characters.</source>
        <translation>Een adres heeft hooguit {most} tekens.</translation>
    </message>
    <message>
        <source>“{text}” is no phone number. Write it like +32 9 555 01 42.</source>
        <translation>“{text}” is geen telefoonnummer. Schrijf het als +32 9 555 01 42.</translation>
    </message>
    <message>
        <source>“{text}” is no address. Write it like anna@team.example.</source>
        <translation>“{text}” is geen adres. Schrijf het als anna@team.example.</translation>
    </message>
    <message>
        <source>“{text}” is no web address. Write it like https://team.example/anna.</source>
        <translation>“{text}” is geen webadres. Schrijf het als https://team.example/anna.</translation>
    </message>
    <message>
        <source>A team needs a name.</source>
        <translation>Een team heeft een naam nodig.</translation>
    </message>
    <message>
        <source>Sharing is paused. Share again first.</source>
        <translation>Delen is gepauzeerd. Deel eerst weer.</translation>
    </message>
    <message>
        <source>That colleague isn&apos;t in the team any more.</source>
        <translation>Die collega zit niet meer in het team.</translation>
    </message>
    <message>
        <source>That is you. Compare words with a colleague.</source>
        <translation>Dat ben jij. Vergelijk woorden met een collega.</translation>
    </message>
    <message>
        <source>These are not the words that this computer shows. If you both read them right, the person you talk to isn&apos;t the one in the team: tell who invited them.</source>
        <translation>Dit zijn niet de woorden die deze computer toont. Als jullie ze allebei juist lazen, is de persoon met wie je praat niet die in het team: zeg het wie die uitnodigde.</translation>
    </message>
    <message>
        <source>No colleague is here to hear that you leave, so they would go on showing you. Leave when one is online.</source>
        <translation>Geen collega is er om te horen dat je vertrekt, dus ze zouden je blijven tonen. Vertrek wanneer er een online is.</translation>
    </message>
    <message>
        <source>That is you. Leave the team instead.</source>
        <translation>Dat ben jij. Verlaat in plaats daarvan het team.</translation>
    </message>
    <message>
        <source>Only who founded the team can remove a steward: the team&apos;s root key is needed for it.</source>
        <translation>Alleen wie het team oprichtte, kan een beheerder verwijderen: daarvoor is de hoofdsleutel van het team nodig.</translation>
    </message>
    <message>
        <source>Only a steward, or who invited them, can remove a colleague. Ask one of them.</source>
        <translation>Alleen een beheerder, of wie de collega uitnodigde, kan die verwijderen. Vraag het een van hen.</translation>
    </message>
    <message>
        <source>Only who founded the team appoints stewards: the team&apos;s root key is needed for it, and this profile doesn&apos;t have it.</source>
        <translation>Alleen wie het team oprichtte, stelt beheerders aan: daarvoor is de hoofdsleutel van het team nodig, en dit profiel heeft die niet.</translation>
    </message>
    <message>
        <source>{name} is a steward already.</source>
        <translation>{name} is al beheerder.</translation>
    </message>
    <message>
        <source>Only this team&apos;s stewards invite. Ask one of them.</source>
        <translation>In dit team nodigen alleen beheerders uit. Vraag het een van hen.</translation>
    </message>
    <message>
        <source>The row of invitations that you came in by is as long or as full as it can be. Have a steward invite them.</source>
        <translation>De rij uitnodigingen waarlangs jij binnenkwam is zo lang of zo vol als ze mag zijn. Laat een beheerder hen uitnodigen.</translation>
    </message>
    <message>
        <source>Only a steward, or who made the invite, can withdraw it.</source>
        <translation>Alleen een beheerder, of wie de uitnodiging maakte, kan ze intrekken.</translation>
    </message>
    <message>
        <source>That invite isn&apos;t here any more.</source>
        <translation>Die uitnodiging is er niet meer.</translation>
    </message>
    <message>
        <source>An invite lasts 1 to {most} days.</source>
        <translation>Een uitnodiging geldt 1 tot {most} dagen.</translation>
    </message>
    <message>
        <source>An invite can be used 1 to {most} times.</source>
        <translation>Een uitnodiging kan 1 tot {most} keer gebruikt worden.</translation>
    </message>
    <message>
        <source>At most {most} addresses fit in a link.</source>
        <translation>In een link passen hooguit {most} adressen.</translation>
    </message>
    <message>
        <source>Say whose map it is.</source>
        <translation>Zeg van wie de kaart is.</translation>
    </message>
    <message>
        <source>Only this team&apos;s stewards choose its map server. Ask one of them.</source>
        <translation>Alleen beheerders kiezen de kaartserver van dit team. Vraag het een van hen.</translation>
    </message>
    <message>
        <source>You can choose the team&apos;s map server once a colleague has met you.</source>
        <translation>Je kunt de kaartserver van het team kiezen zodra een collega je ontmoet heeft.</translation>
    </message>
    <message>
        <source>This was changed too often, and can&apos;t be changed as long as all stay.</source>
        <translation>Dit is te vaak gewijzigd, en kan niet gewijzigd worden zolang iedereen blijft.</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>You decide what you share</source>
        <translation>Jij beslist wat je deelt</translation>
    </message>
    <message>
        <source>Only your own clicks change your place. No history is kept.</source>
        <translation>Alleen jouw klik verandert je plek. Er wordt geen geschiedenis bewaard.</translation>
    </message>
    <message>
        <source>Place, how precisely</source>
        <translation>Plek, hoe precies</translation>
    </message>
    <message>
        <source>What you are on</source>
        <translation>Waar je mee bezig bent</translation>
    </message>
    <message>
        <source>140 characters that you write, until the time that you choose</source>
        <translation>140 tekens die jij schrijft, tot het tijdstip dat jij kiest</translation>
    </message>
    <message>
        <source>Then it is gone</source>
        <translation>Daarna is het weg</translation>
    </message>
    <message>
        <source>Place and activity vanish from every screen when the time is over</source>
        <translation>Plek en bezigheid verdwijnen van elk scherm als de tijd om is</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Wie het ziet</translation>
    </message>
    <message>
        <source>The members of your team, and nobody else. Stewards see no more</source>
        <translation>De leden van je team, en niemand anders. Beheerders zien niet meer</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>Waar je bent</translation>
    </message>
    <message>
        <source>Acme, Gent</source>
        <translation>Acme, Gent</translation>
    </message>
    <message>
        <source>Reading the test log</source>
        <translation>Het testlogboek lezen</translation>
    </message>
    <message>
        <source>This is all that a colleague sees now</source>
        <translation>Dit is alles wat een collega nu ziet</translation>
    </message>
    <message>
        <source>For example, once you share</source>
        <translation>Bijvoorbeeld, zodra je deelt</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Share with the team</source>
        <translation>Delen met het team</translation>
    </message>
    <message>
        <source>You share with the team</source>
        <translation>Je deelt met het team</translation>
    </message>
    <message>
        <source>Colleagues see what you set</source>
        <translation>Collega’s zien wat je instelt</translation>
    </message>
    <message>
        <source>Pause sharing</source>
        <translation>Delen pauzeren</translation>
    </message>
    <message>
        <source>Sharing is paused</source>
        <translation>Delen staat op pauze</translation>
    </message>
    <message>
        <source>Colleagues see you offline</source>
        <translation>Collega’s zien je offline</translation>
    </message>
    <message>
        <source>Takes back place, activity and plans; you are seen offline</source>
        <translation>Neemt plek, bezigheid en plannen terug; je bent offline te zien</translation>
    </message>
    <message>
        <source>Go off the network</source>
        <translation>Van het netwerk gaan</translation>
    </message>
    <message>
        <source>Off the network</source>
        <translation>Van het netwerk af</translation>
    </message>
    <message>
        <source>Nothing is sent or received</source>
        <translation>Er gaat niets uit en er komt niets binnen</translation>
    </message>
    <message>
        <source>Removed from the team</source>
        <translation>Uit het team verwijderd</translation>
    </message>
    <message>
        <source>Nothing of yours is shared</source>
        <translation>Niets van jou wordt gedeeld</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Hervatten</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Note from {name}</source>
        <translation>Briefje van {name}</translation>
    </message>
    <message>
        <source>Open Presence Map to read it.</source>
        <translation>Open Presence Map om het te lezen.</translation>
    </message>
    <message>
        <source>Presence Map goes on in the tray</source>
        <translation>Presence Map werkt verder in het systeemvak</translation>
    </message>
    <message>
        <source>Click its icon to share what you&apos;re on. Quit is in its menu.</source>
        <translation>Klik op het pictogram om te delen waar je mee bezig bent. Afsluiten staat in het menu.</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>Dat is niet gelukt</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>What are you on?</source>
        <translation>Waar ben je mee bezig?</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>Kind, in the composer</source>
        <translation>Soort, in het opstelvenster</translation>
    </message>
    <message>
        <source>How many guests are with you, in the composer</source>
        <translation>Hoeveel gasten bij je zijn, in het opstelvenster</translation>
    </message>
    <message>
        <source>Pause (takes back what you shared), resume</source>
        <translation>Pauzeren (neemt terug wat je deelde), hervatten</translation>
    </message>
    <message>
        <source>My links</source>
        <translation>Mijn links</translation>
    </message>
    <message>
        <source>My coming days</source>
        <translation>Mijn komende dagen</translation>
    </message>
    <message>
        <source>The map, Where</source>
        <translation>De kaart, Waar</translation>
    </message>
    <message>
        <source>The map, On what</source>
        <translation>De kaart, Waarmee</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stroom</translation>
    </message>
    <message>
        <source>Who knows about something</source>
        <translation>Wie weet ergens iets over</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Klussen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Briefjes</translation>
    </message>
    <message>
        <source>Find a person, topic or place</source>
        <translation>Zoek een collega, thema of plek</translation>
    </message>
    <message>
        <source>Filter colleagues</source>
        <translation>Collega’s filteren</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volgend deel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorig deel</translation>
    </message>
    <message>
        <source>The day before, as planned</source>
        <translation>De dag ervoor, zoals gepland</translation>
    </message>
    <message>
        <source>The day after, as planned</source>
        <translation>De dag erna, zoals gepland</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Dit overzicht</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Move in the list</source>
        <translation>Bewegen in de lijst</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Het kaartje van een collega openen</translation>
    </message>
    <message>
        <source>Open the page: what they said, who is on the same</source>
        <translation>De pagina openen: wat ze zeiden, wie met hetzelfde bezig is</translation>
    </message>
    <message>
        <source>Who else is there, in the list or at a plate</source>
        <translation>Wie er nog is, in de lijst of bij een plek</translation>
    </message>
    <message>
        <source>Contact ways, on a card</source>
        <translation>Contactwegen, op een kaartje</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Een briefje schrijven</translation>
    </message>
    <message>
        <source>Reply to a post; with Shift: reshare it</source>
        <translation>Antwoord op een bericht; met Shift: geef het door</translation>
    </message>
    <message>
        <source>Thank for a post</source>
        <translation>Bedank voor een bericht</translation>
    </message>
    <message>
        <source>Send a link</source>
        <translation>Een link sturen</translation>
    </message>
    <message>
        <source>Introduce to …</source>
        <translation>Voorstellen aan …</translation>
    </message>
    <message>
        <source>Join the question, or step out</source>
        <translation>Meedoen aan de vraag, of niet meer</translation>
    </message>
    <message>
        <source>Follow or unfollow</source>
        <translation>Volgen of niet meer volgen</translation>
    </message>
    <message>
        <source>Rename a topic; with Shift: join it with another</source>
        <translation>Een thema anders noemen; met Shift: samenvoegen met een ander</translation>
    </message>
    <message>
        <source>Next plate, on the map</source>
        <translation>Volgend plaatje, op de kaart</translation>
    </message>
    <message>
        <source>Pan the map</source>
        <translation>De kaart verschuiven</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>In- en uitzoomen</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>Iedereen tonen</translation>
    </message>
    <message>
        <source>Show where I am</source>
        <translation>Toon waar ik ben</translation>
    </message>
    <message>
        <source>Show where the chosen colleague is</source>
        <translation>Tonen waar de gekozen collega is</translation>
    </message>
    <message>
        <source>Show what the chosen colleague is on</source>
        <translation>Tonen waarmee de gekozen collega bezig is</translation>
    </message>
    <message>
        <source>Back: from a floor, from a page</source>
        <translation>Terug: van een verdieping, van een pagina</translation>
    </message>
    <message>
        <source>Close what is on top; back to now; everybody again</source>
        <translation>Sluit wat bovenop ligt; terug naar nu; weer iedereen</translation>
    </message>
    <message>
        <source>Undo what the bar below says; in a plan, what was drawn</source>
        <translation>Ongedaan maken wat de balk onderaan zegt; in een plattegrond, wat getekend is</translation>
    </message>
    <message>
        <source>Redo, in a plan; Ctrl Y does too</source>
        <translation>Opnieuw, in een plattegrond; met Ctrl Y ook</translation>
    </message>
    <message>
        <source>Floor plan of the chosen place</source>
        <translation>Plattegrond van de gekozen plek</translation>
    </message>
    <message>
        <source>Floor up, floor down</source>
        <translation>Verdieping hoger, lager</translation>
    </message>
</context>
<context>
    <name>SitPill</name>
    <message>
        <source>Click a desk or room to sit there</source>
        <translation>Klik op een bureau of ruimte om er te zitten</translation>
    </message>
    <message>
        <source>One guest fewer</source>
        <translation>Eén gast minder</translation>
    </message>
    <message>
        <source>One guest more</source>
        <translation>Eén gast meer</translation>
    </message>
    <message>
        <source>no guests</source>
        <translation>geen gasten</translation>
    </message>
    <message>
        <source>You are at {place} · {guests}</source>
        <translation>Je bent bij {place} · {guests}</translation>
    </message>
    <message>
        <source>You share no place, so nobody would see it</source>
        <translation>Je deelt geen plek, dus niemand zou het zien</translation>
    </message>
    <message>
        <source>You are at {place}. You don’t share rooms and desks</source>
        <translation>Je bent bij {place}. Je deelt geen ruimtes en bureaus</translation>
    </message>
    <message>
        <source>You are in {place}. You don’t share rooms and desks</source>
        <translation>Je bent in {place}. Je deelt geen ruimtes en bureaus</translation>
    </message>
    <message>
        <source>You don’t share rooms and desks, only where roughly</source>
        <translation>Je deelt geen ruimtes en bureaus, enkel waar ongeveer</translation>
    </message>
    <message>
        <source>I’m in {place}</source>
        <translation>Ik ben in {place}</translation>
    </message>
    <message>
        <source>I’m at {place}</source>
        <translation>Ik ben bij {place}</translation>
    </message>
    <message>
        <source>Sit at {place}</source>
        <translation>Ga zitten bij {place}</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Order: {order}</source>
        <translation>Volgorde: {order}</translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message>
        <source>Most relevant first</source>
        <translation>Relevantste eerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Op naam</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Op plek</translation>
    </message>
    <message>
        <source>By availability</source>
        <translation>Op beschikbaarheid</translation>
    </message>
    <message>
        <source>Newest status first</source>
        <translation>Nieuwste status eerst</translation>
    </message>
</context>
<context>
    <name>StartFault</name>
    <message>
        <source>Presence Map</source>
        <translation>Presence Map</translation>
    </message>
    <message>
        <source>Presence Map can&apos;t start</source>
        <translation>Presence Map kan niet starten</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln live</source>
        <translation>
            <numerusform>%Ln live</numerusform>
            <numerusform>%Ln live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln last known</source>
        <translation>
            <numerusform>%Ln laatst bekend</numerusform>
            <numerusform>%Ln laatst bekend</numerusform>
        </translation>
    </message>
    <message>
        <source>No update yet</source>
        <translation>Nog niet bijgewerkt</translation>
    </message>
    <message numerus="yes">
        <source>Last update %n s ago</source>
        <translation>
            <numerusform>Laatst bijgewerkt %n s geleden</numerusform>
            <numerusform>Laatst bijgewerkt %n s geleden</numerusform>
        </translation>
    </message>
    <message>
        <source>Last update {ago}</source>
        <translation>Laatst bijgewerkt {ago}</translation>
    </message>
    <message>
        <source>Catching up, {count} to go</source>
        <translation>Aan het bijwerken, nog {count}</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Change what you share (Ctrl+N)</source>
        <translation>Wijzigen wat je deelt (Ctrl+N)</translation>
    </message>
    <message>
        <source>{state}: {means}. Change</source>
        <translation>{state}: {means}. Wijzigen</translation>
    </message>
    <message>
        <source>Share again (Ctrl+Shift+P)</source>
        <translation>Weer delen (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Start anew …</source>
        <translation>Opnieuw beginnen …</translation>
    </message>
</context>
<context>
    <name>StewardDialog</name>
    <message>
        <source>Make {name} a steward?</source>
        <translation>{name} beheerder maken?</translation>
    </message>
    <message>
        <source>A steward can remove members and withdraw invites, also when you are away.</source>
        <translation>Een beheerder kan leden verwijderen en uitnodigingen intrekken, ook als jij weg bent.</translation>
    </message>
    <message>
        <source>In this team only stewards invite, so {name} can invite too.</source>
        <translation>In dit team nodigen alleen beheerders uit, dus {name} kan dan ook uitnodigen.</translation>
    </message>
    <message>
        <source>It holds as long as {name} is in the team. To end it, you remove {name} and invite them anew.</source>
        <translation>Het geldt zolang {name} in het team is. Om het te beëindigen verwijder je {name} en nodig je hen opnieuw uit.</translation>
    </message>
    <message>
        <source>Make a steward</source>
        <translation>Beheerder maken</translation>
    </message>
</context>
<context>
    <name>Stream</name>
    <message>
        <source>1 reply</source>
        <translation>1 antwoord</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>{count} antwoorden</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Reshare</source>
        <translation>Doorgeven</translation>
    </message>
    <message>
        <source>Thank</source>
        <translation>Bedanken</translation>
    </message>
    <message>
        <source>Join in</source>
        <translation>Ik doe mee</translation>
    </message>
    <message>
        <source>Step out</source>
        <translation>Niet meer</translation>
    </message>
    <message>
        <source>Send a link</source>
        <translation>Stuur een link</translation>
    </message>
    <message>
        <source>Introduce</source>
        <translation>Stel voor</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Opgelost</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Reply to {name} (R)</source>
        <translation>Antwoord {name} (R)</translation>
    </message>
    <message>
        <source>Reshare it, with credit to {name} (Shift R)</source>
        <translation>Geef door wat {name} zei, met naam (Shift R)</translation>
    </message>
    <message>
        <source>Thank {name} (T)</source>
        <translation>Bedank {name} (T)</translation>
    </message>
    <message>
        <source>Tell {name} that you are on it too (Ctrl J)</source>
        <translation>Laat {name} weten dat je meedoet (Ctrl J)</translation>
    </message>
    <message>
        <source>Tell {name} that you are on it no more (Ctrl J)</source>
        <translation>Laat {name} weten dat je niet meer meedoet (Ctrl J)</translation>
    </message>
    <message>
        <source>Send {name} a link for it (Ctrl L)</source>
        <translation>Stuur {name} er een link voor (Ctrl L)</translation>
    </message>
    <message>
        <source>Introduce {name} to somebody who knows (Ctrl I)</source>
        <translation>Stel {name} voor aan iemand die het weet (Ctrl I)</translation>
    </message>
    <message>
        <source>Mark it as solved (S)</source>
        <translation>Markeer als opgelost (S)</translation>
    </message>
    <message>
        <source>Say it differently, within 15 minutes (E)</source>
        <translation>Zeg het anders, binnen 15 minuten (E)</translation>
    </message>
    <message>
        <source>Take it back from everybody (Delete)</source>
        <translation>Neem het bij iedereen terug (Delete)</translation>
    </message>
    <message>
        <source>About something that was taken back</source>
        <translation>Over iets dat teruggenomen is</translation>
    </message>
    <message>
        <source>Working on</source>
        <translation>Bezig met</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Vraagt</translation>
    </message>
    <message>
        <source>Shares a link</source>
        <translation>Deelt een link</translation>
    </message>
    <message>
        <source>Replies to {name}</source>
        <translation>Antwoordt {name}</translation>
    </message>
    <message>
        <source>Reshares {name}</source>
        <translation>Geeft {name} door</translation>
    </message>
    <message>
        <source>edited · {age}</source>
        <translation>gewijzigd · {age}</translation>
    </message>
    <message>
        <source>Being taken back</source>
        <translation>Wordt teruggenomen</translation>
    </message>
    <message>
        <source>Solved, thanks {names}</source>
        <translation>Opgelost, dank je {names}</translation>
    </message>
    <message>
        <source>On it too: {names}</source>
        <translation>Doet mee: {names}</translation>
    </message>
    <message>
        <source>Rests: nobody answered for a week</source>
        <translation>Rust: een week lang antwoordde niemand</translation>
    </message>
    <message>
        <source>1 thank-you</source>
        <translation>1 bedankje</translation>
    </message>
    <message>
        <source>{count} thank-yous</source>
        <translation>{count} bedankjes</translation>
    </message>
    <message>
        <source>{name}, {kind}: {text}, {age} ago</source>
        <translation>{name}, {kind}: {text}, {age} geleden</translation>
    </message>
    <message>
        <source>{name} said: {text}</source>
        <translation>{name} zei: {text}</translation>
    </message>
    <message>
        <source>link {title}</source>
        <translation>link {title}</translation>
    </message>
</context>
<context>
    <name>StreamPage</name>
    <message>
        <source>Stream, the newest post first</source>
        <translation>Stroom, het nieuwste bericht eerst</translation>
    </message>
    <message>
        <source>People and topics I follow</source>
        <translation>Wie en wat ik volg</translation>
    </message>
    <message>
        <source>Whole team</source>
        <translation>Hele team</translation>
    </message>
    <message>
        <source>New posts</source>
        <translation>Nieuwe berichten</translation>
    </message>
    <message>
        <source>Whom I follow, and who follows me</source>
        <translation>Wie ik volg, en wie mij volgt</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stroom</translation>
    </message>
    <message>
        <source>You follow nobody yet, so this is the whole team.</source>
        <translation>Je volgt nog niemand: dit is dus het hele team.</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>You shared this on {topic} {when}: send it?</source>
        <translation>Jij deelde dit over {topic} {when}: sturen?</translation>
    </message>
    <message>
        <source>You kept this on {topic} {when}: send it?</source>
        <translation>Jij bewaarde dit over {topic} {when}: sturen?</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Don’t suggest this</source>
        <translation>Dit niet voorstellen</translation>
    </message>
    <message>
        <source>Who could help here</source>
        <translation>Wie kan hier helpen</translation>
    </message>
    <message>
        <source>On the same</source>
        <translation>Met hetzelfde bezig</translation>
    </message>
    <message>
        <source>From your links</source>
        <translation>Uit je links</translation>
    </message>
</context>
<context>
    <name>TakeOver</name>
    <message>
        <source>Presence Map</source>
        <translation>Presence Map</translation>
    </message>
    <message>
        <source>Already running</source>
        <translation>Draait al</translation>
    </message>
    <message>
        <source>Presence Map runs on this profile without a window (presencemap node). Open the window in its place?</source>
        <translation>Presence Map draait op dit profiel zonder venster (presencemap node). Het venster in de plaats openen?</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Het venster openen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Zo laten</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Taking back: {text}</source>
        <translation>Wordt teruggenomen: {text}</translation>
    </message>
    <message>
        <source>Take back now</source>
        <translation>Nu terugnemen</translation>
    </message>
</context>
<context>
    <name>Talents</name>
    <message>
        <source>Knows about</source>
        <translation>Weet van</translation>
    </message>
    <message>
        <source>{talent}, you too</source>
        <translation>{talent}, jij ook</translation>
    </message>
</context>
<context>
    <name>TalentsField</name>
    <message>
        <source>add …</source>
        <translation>toevoegen …</translation>
    </message>
    <message>
        <source>Add a talent</source>
        <translation>Een talent toevoegen</translation>
    </message>
    <message>
        <source>Remove the talent {name}</source>
        <translation>Talent {name} verwijderen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Join your team</source>
        <translation>Sluit aan bij je team</translation>
    </message>
    <message>
        <source>There is no account and no server. Your team lives on the computers of its members.</source>
        <translation>Er is geen account en geen server. Je team leeft op de computers van zijn leden.</translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation>Uitnodiging</translation>
    </message>
    <message>
        <source>As your colleagues call it. You invite them from the map.</source>
        <translation>Zoals je collega’s het noemen. Je nodigt hen uit vanaf de kaart.</translation>
    </message>
    <message>
        <source>Name of the team</source>
        <translation>Naam van het team</translation>
    </message>
    <message>
        <source>Who may invite</source>
        <translation>Wie mag uitnodigen</translation>
    </message>
    <message>
        <source>Every member</source>
        <translation>Elk lid</translation>
    </message>
    <message>
        <source>Stewards only</source>
        <translation>Alleen beheerders</translation>
    </message>
    <message>
        <source>For good. You are the first steward, and can appoint others.</source>
        <translation>Voorgoed. Jij bent de eerste beheerder, en kunt anderen aanstellen.</translation>
    </message>
    <message>
        <source>I have an invite</source>
        <translation>Ik heb een uitnodiging</translation>
    </message>
    <message>
        <source>Paste the link that a colleague sent</source>
        <translation>Plak de link die een collega stuurde</translation>
    </message>
    <message>
        <source>Start a new team</source>
        <translation>Begin een nieuw team</translation>
    </message>
    <message>
        <source>You get a link to invite colleagues with</source>
        <translation>Je krijgt een link om collega’s mee uit te nodigen</translation>
    </message>
    <message>
        <source>A team needs a name.</source>
        <translation>Een team heeft een naam nodig.</translation>
    </message>
</context>
<context>
    <name>TextBox</name>
    <message>
        <source># adds a topic</source>
        <translation># voegt een thema toe</translation>
    </message>
    <message>
        <source>What are you on</source>
        <translation>Waar ben je mee bezig</translation>
    </message>
    <message>
        <source>{asks}, {counter}</source>
        <translation>{asks}, {counter}</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n teken te veel</numerusform>
            <numerusform>%n tekens te veel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>nog %n teken</numerusform>
            <numerusform>nog %n tekens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Thread</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Close the thread (Esc)</source>
        <translation>Gesprek sluiten (Esc)</translation>
    </message>
    <message>
        <source>Thread, the last reply below</source>
        <translation>Gesprek, het laatste antwoord onderaan</translation>
    </message>
    <message>
        <source>Reply, a link is enough</source>
        <translation>Antwoord, een link volstaat</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoorden</translation>
    </message>
    <message numerus="yes">
        <source>with {name} and %n other(s)</source>
        <translation>
            <numerusform>met {name} en nog iemand</numerusform>
            <numerusform>met {name} en %n anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>met {name}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Floor</source>
        <translation>Verdieping</translation>
    </message>
    <message>
        <source>Show the floor as</source>
        <translation>De verdieping tonen als</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plattegrond</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Draw …</source>
        <translation>Tekenen …</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Invite a colleague …</source>
        <translation>Een collega uitnodigen …</translation>
    </message>
    <message>
        <source>Members …</source>
        <translation>Leden …</translation>
    </message>
    <message>
        <source>Ask: who knows…</source>
        <translation>Vraag: wie weet…</translation>
    </message>
    <message>
        <source>Who knows about something? (Ctrl 4)</source>
        <translation>Wie weet ergens iets over? (Ctrl 4)</translation>
    </message>
    <message>
        <source>My profile …</source>
        <translation>Mijn profiel …</translation>
    </message>
    <message>
        <source>My coming days …</source>
        <translation>Mijn komende dagen …</translation>
    </message>
    <message>
        <source>My links …</source>
        <translation>Mijn links …</translation>
    </message>
    <message>
        <source>Places …</source>
        <translation>Plekken …</translation>
    </message>
    <message>
        <source>Jobs …</source>
        <translation>Klussen …</translation>
    </message>
    <message>
        <source>Map server …</source>
        <translation>Kaartserver …</translation>
    </message>
    <message>
        <source>Network …</source>
        <translation>Netwerk …</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>Place, how precisely</source>
        <translation>Plek, hoe precies</translation>
    </message>
    <message>
        <source>Ask how things went</source>
        <translation>Vragen hoe het ging</translation>
    </message>
    <message>
        <source>Your topics of two weeks stay on this computer alone</source>
        <translation>Je thema’s van twee weken blijven op deze computer</translation>
    </message>
    <message>
        <source>Drafts from git and calendar …</source>
        <translation>Voorzet uit git en agenda …</translation>
    </message>
    <message>
        <source>Off unless you turn it on; read on this computer alone</source>
        <translation>Uit tenzij je het aanzet; alleen op deze computer gelezen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Invite a colleague (stewards only)</source>
        <translation>Een collega uitnodigen (alleen beheerders)</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mijn team</translation>
    </message>
    <message>
        <source>Team {name}, menu</source>
        <translation>Team {name}, menu</translation>
    </message>
</context>
<context>
    <name>TopicBar</name>
    <message>
        <source>Unfollow #{topic}</source>
        <translation>#{topic} niet meer volgen</translation>
    </message>
    <message>
        <source>Follow #{topic}</source>
        <translation>#{topic} volgen</translation>
    </message>
</context>
<context>
    <name>TopicChips</name>
    <message>
        <source>Filter the topics</source>
        <translation>Thema’s filteren</translation>
    </message>
    <message>
        <source>Struggling {count}</source>
        <translation>Worstelt {count}</translation>
    </message>
    <message>
        <source>Thinking {count}</source>
        <translation>Denkt na {count}</translation>
    </message>
    <message>
        <source>Topics I follow</source>
        <translation>Thema’s die ik volg</translation>
    </message>
</context>
<context>
    <name>TopicDialog</name>
    <message>
        <source>Join #{topic} with another topic</source>
        <translation>#{topic} samenvoegen met een ander thema</translation>
    </message>
    <message>
        <source>Rename #{topic}</source>
        <translation>#{topic} anders noemen</translation>
    </message>
    <message>
        <source>Join for everyone</source>
        <translation>Samenvoegen voor iedereen</translation>
    </message>
    <message>
        <source>Rename for everyone</source>
        <translation>Anders noemen voor iedereen</translation>
    </message>
    <message>
        <source>Everybody finds its people, questions and posts in the other topic from then on. What was written stays as it is. Anyone can part the two again.</source>
        <translation>Iedereen vindt de mensen, vragen en berichten ervan voortaan bij het andere thema. Wat geschreven is, blijft zoals het is. Iedereen kan de twee weer scheiden.</translation>
    </message>
    <message>
        <source>Everybody sees it under its new name from then on. What was written stays as it is. Anyone can take it back.</source>
        <translation>Iedereen ziet het voortaan onder de nieuwe naam. Wat geschreven is, blijft zoals het is. Iedereen kan het terugdraaien.</translation>
    </message>
    <message>
        <source>The other topic</source>
        <translation>Het andere thema</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nieuwe naam</translation>
    </message>
    <message>
        <source>A topic is one word: letters, digits, - and _, and not digits alone.</source>
        <translation>Een thema is één woord: letters, cijfers, - en _, en niet alleen cijfers.</translation>
    </message>
    <message>
        <source>#{topic} is a topic already: the two become one.</source>
        <translation>#{topic} is al een thema: de twee worden één.</translation>
    </message>
    <message>
        <source>Nobody named #{topic} yet.</source>
        <translation>Nog niemand noemde #{topic}.</translation>
    </message>
    <message>
        <source>These are one topic already.</source>
        <translation>Dit is al één thema.</translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message>
        <source>More topics</source>
        <translation>Meer thema’s</translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation>Een thema zoeken</translation>
    </message>
</context>
<context>
    <name>TopicMap</name>
    <message>
        <source>1 person</source>
        <translation>1 persoon</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} personen</translation>
    </message>
    <message>
        <source>1 joined</source>
        <translation>1 doet mee</translation>
    </message>
    <message>
        <source>{count} joined</source>
        <translation>{count} doen mee</translation>
    </message>
    <message>
        <source>1 open question</source>
        <translation>1 open vraagstuk</translation>
    </message>
    <message>
        <source>{count} open questions</source>
        <translation>{count} open vraagstukken</translation>
    </message>
    <message>
        <source>1 topic</source>
        <translation>1 thema</translation>
    </message>
    <message>
        <source>{count} topics</source>
        <translation>{count} thema’s</translation>
    </message>
    <message>
        <source>Map, On what, {colleagues}, {topics}</source>
        <translation>Kaart, Waarmee, {colleagues}, {topics}</translation>
    </message>
    <message>
        <source>Job {name}</source>
        <translation>Klus {name}</translation>
    </message>
    <message>
        <source>Topic {name}</source>
        <translation>Thema {name}</translation>
    </message>
    <message>
        <source>Also called {topics}.</source>
        <translation>Heet ook {topics}.</translation>
    </message>
    <message>
        <source>Nobody is on it now.</source>
        <translation>Niemand is er nu mee bezig.</translation>
    </message>
    <message>
        <source>{people} now.</source>
        <translation>{people} nu.</translation>
    </message>
    <message>
        <source>{now} Shares {people} with #{topic}.</source>
        <translation>{now} Deelt {people} met #{topic}.</translation>
    </message>
    <message>
        <source>Knows {talents}</source>
        <translation>Kent {talents}</translation>
    </message>
    <message>
        <source>Open {title}, shared by {meta}</source>
        <translation>{title} openen, gedeeld door {meta}</translation>
    </message>
    <message>
        <source>{name} asks</source>
        <translation>{name} vraagt</translation>
    </message>
    <message>
        <source>{name} is struggling</source>
        <translation>{name} worstelt</translation>
    </message>
    <message>
        <source>on {topics}</source>
        <translation>met {topics}</translation>
    </message>
</context>
<context>
    <name>TopicMenu</name>
    <message>
        <source>Rename this topic, join it with another, or part what was joined</source>
        <translation>Dit thema anders noemen, samenvoegen met een ander, of weer scheiden wat samengevoegd is</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Anders noemen …</translation>
    </message>
    <message>
        <source>Join with another topic …</source>
        <translation>Samenvoegen met een ander thema …</translation>
    </message>
    <message>
        <source>Part #{topic} again</source>
        <translation>#{topic} weer scheiden</translation>
    </message>
</context>
<context>
    <name>TopicNaming</name>
    <message>
        <source>#{topic} is a topic of its own again, for everyone</source>
        <translation>#{topic} is weer een eigen thema, voor iedereen</translation>
    </message>
    <message>
        <source>#{topic} is part of #{name} now, for everyone</source>
        <translation>#{topic} hoort nu bij #{name}, voor iedereen</translation>
    </message>
    <message>
        <source>#{topic} is called #{name} now, for everyone</source>
        <translation>#{topic} heet nu #{name}, voor iedereen</translation>
    </message>
</context>
<context>
    <name>TopicPanel</name>
    <message>
        <source>Back to the colleagues</source>
        <translation>Terug naar de collega’s</translation>
    </message>
    <message>
        <source>Show where they are</source>
        <translation>Tonen waar ze zijn</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gevolgd</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Volgen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Meedoen</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Open vraagstukken</translation>
    </message>
    <message>
        <source>On it now</source>
        <translation>Er nu mee bezig</translation>
    </message>
    <message>
        <source>Talent, not on it today</source>
        <translation>Talent, vandaag niet ermee bezig</translation>
    </message>
    <message>
        <source>Show all {count} in the list</source>
        <translation>Alle {count} in de lijst tonen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Klussen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Thema’s</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>Gedeelde links</translation>
    </message>
</context>
<context>
    <name>TownField</name>
    <message>
        <source>For example Gent</source>
        <translation>Bijvoorbeeld Gent</translation>
    </message>
    <message>
        <source>No town “{name}” is known. Try a larger town nearby.</source>
        <translation>Er is geen gemeente “{name}” bekend. Probeer een grotere in de buurt.</translation>
    </message>
    <message>
        <source>No town “{name}” is known. Did you mean {towns}?</source>
        <translation>Er is geen gemeente “{name}” bekend. Bedoel je {towns}?</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Presence Map: {state}</source>
        <translation>Presence Map: {state}</translation>
    </message>
    <message>
        <source>Presence Map: {availability}, at {place}</source>
        <translation>Presence Map: {availability}, bij {place}</translation>
    </message>
    <message>
        <source>Presence Map: {availability}</source>
        <translation>Presence Map: {availability}</translation>
    </message>
    <message>
        <source>Open map</source>
        <translation>Kaart openen</translation>
    </message>
    <message>
        <source>What are you on?</source>
        <translation>Waar ben je mee bezig?</translation>
    </message>
    <message>
        <source>Ask: who knows…</source>
        <translation>Vraag: wie weet…</translation>
    </message>
    <message>
        <source>No place shared</source>
        <translation>Geen plek gedeeld</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
</context>
<context>
    <name>TrustLine</name>
    <message>
        <source>Verified: you compared words</source>
        <translation>Geverifieerd: jullie vergeleken woorden</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Niet geverifieerd</translation>
    </message>
    <message>
        <source>Not verified, invited by you</source>
        <translation>Niet geverifieerd, door jou uitgenodigd</translation>
    </message>
    <message>
        <source>Not verified, vouched for by {name}</source>
        <translation>Niet geverifieerd, {name} staat ervoor in</translation>
    </message>
</context>
<context>
    <name>Understood</name>
    <message>
        <source>talent: {talent}</source>
        <translation>talent: {talent}</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Bijvoorbeeld</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Begrepen als</translation>
    </message>
    <message>
        <source>Ask about {example}</source>
        <translation>Vraag naar {example}</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Nu versturen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>over {seconds} s</translation>
    </message>
    <message>
        <source>Undo: Ctrl Z</source>
        <translation>Ongedaan maken: Ctrl Z</translation>
    </message>
</context>
<context>
    <name>Unsent</name>
    <message>
        <source>Not sent yet: {what}</source>
        <translation>Nog niet verstuurd: {what}</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Weer openen</translation>
    </message>
    <message>
        <source>Not sent: {why}</source>
        <translation>Niet verstuurd: {why}</translation>
    </message>
</context>
<context>
    <name>Until</name>
    <message>
        <source>30 minutes</source>
        <translation>30 minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 uur</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Lunch</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>Vanmiddag</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Today, until midnight</source>
        <translation>Vandaag, tot middernacht</translation>
    </message>
</context>
<context>
    <name>UntilField</name>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Other time …</source>
        <translation>Andere tijd …</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Is this {name}?</source>
        <translation>Is dit {name}?</translation>
    </message>
    <message>
        <source>Call {name} or walk over, and read these words to each other. {name} finds them under Members, at your name. The same words on both computers mean that it is {name}.</source>
        <translation>Bel {name} of loop even langs, en lees elkaar deze woorden voor. {name} vindt ze onder Leden, bij jouw naam. Staan op beide computers dezelfde woorden, dan is het {name}.</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>Ze kloppen</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Ze verschillen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Then this isn&apos;t the {name} you spoke to, or one of you misread. Read them once more; if they still differ, tell whoever invited this person: they can remove them.</source>
        <translation>Dan is dit niet de {name} met wie je sprak, of een van jullie las fout. Lees ze nog eens; verschillen ze nog, zeg het dan aan wie deze persoon uitnodigde: die kan verwijderen.</translation>
    </message>
</context>
<context>
    <name>Visibility</name>
    <message>
        <source>The whole team sees your availability, place and activity {until}</source>
        <translation>Het hele team ziet je beschikbaarheid, plek en bezigheid {until}</translation>
    </message>
    <message>
        <source>The whole team sees your availability and place {until}</source>
        <translation>Het hele team ziet je beschikbaarheid en plek {until}</translation>
    </message>
    <message>
        <source>The whole team sees your availability and activity {until}</source>
        <translation>Het hele team ziet je beschikbaarheid en bezigheid {until}</translation>
    </message>
    <message>
        <source>The whole team sees your availability {until}</source>
        <translation>Het hele team ziet je beschikbaarheid {until}</translation>
    </message>
    <message>
        <source>The whole team sees your availability and town {until}</source>
        <translation>Het hele team ziet je beschikbaarheid en gemeente {until}</translation>
    </message>
    <message>
        <source>The whole team sees your availability, town and activity {until}</source>
        <translation>Het hele team ziet je beschikbaarheid, gemeente en bezigheid {until}</translation>
    </message>
    <message>
        <source>Removed from the team: nothing of yours is shared</source>
        <translation>Uit het team verwijderd: niets van jou wordt gedeeld</translation>
    </message>
    <message>
        <source>Paused: colleagues see you as offline, without place or plans</source>
        <translation>Op pauze: collega’s zien je als offline, zonder plek of plannen</translation>
    </message>
    <message>
        <source>Off the network: nothing is sent or received</source>
        <translation>Van het netwerk af: er gaat niets uit en er komt niets binnen</translation>
    </message>
    <message>
        <source>Not connected: nobody receives changes</source>
        <translation>Niet verbonden: niemand krijgt wijzigingen</translation>
    </message>
    <message>
        <source>a place not known here yet</source>
        <translation>een plek die hier nog niet bekend is</translation>
    </message>
    <message>
        <source>{place} {until}</source>
        <translation>{place} {until}</translation>
    </message>
    <message>
        <source>What are you on?</source>
        <translation>Waar ben je mee bezig?</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>bij {place}</translation>
    </message>
    <message>
        <source>You: {facts}, seen by the whole team. Change</source>
        <translation>Jij: {facts}, gezien door het hele team. Wijzigen</translation>
    </message>
</context>
<context>
    <name>WhereaboutsField</name>
    <message>
        <source>No place or town is called “{name}”.</source>
        <translation>Geen plek of gemeente heet “{name}”.</translation>
    </message>
    <message>
        <source>No place or town is called “{name}”. Did you mean {towns}?</source>
        <translation>Geen plek of gemeente heet “{name}”. Bedoelde je {towns}?</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
</context>
<context>
    <name>WhomField</name>
    <message>
        <source>To whom</source>
        <translation>Aan wie</translation>
    </message>
    <message>
        <source>Name of a colleague</source>
        <translation>Naam van een collega</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} u</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dagen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zonet</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>{age} geleden</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} uur</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minuten</translation>
    </message>
    <message>
        <source>1 guest</source>
        <translation>1 gast</translation>
    </message>
    <message>
        <source>{count} guests</source>
        <translation>{count} gasten</translation>
    </message>
    <message>
        <source>{guests} of {name}, no names shared</source>
        <translation>{guests} van {name}, zonder namen</translation>
    </message>
    <message>
        <source>{place} with {guests}</source>
        <translation>{place} met {guests}</translation>
    </message>
    <message>
        <source>Somewhere in {town}</source>
        <translation>Ergens in {town}</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 uur</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>een minuut</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
    <message>
        <source>until midnight</source>
        <translation>tot middernacht</translation>
    </message>
    <message>
        <source>until tomorrow {time}</source>
        <translation>tot morgen {time}</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Thuis</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>Onderweg</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write to a colleague</source>
        <translation>Schrijf aan een collega</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schrijven</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Aan wie</translation>
    </message>
</context>
<context>
    <name>ZoomButtons</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>Iedereen tonen</translation>
    </message>
    <message>
        <source>Show where I am</source>
        <translation>Toon waar ik ben</translation>
    </message>
</context>
<context>
    <name>_Cell</name>
    <message>
        <source>Show {words}</source>
        <translation>{words} tonen</translation>
    </message>
</context>
<context>
    <name>_LinkRow</name>
    <message>
        <source>Send …</source>
        <translation>Sturen …</translation>
    </message>
    <message>
        <source>Send {title}: {why}</source>
        <translation>Stuur {title}: {why}</translation>
    </message>
</context>
<context>
    <name>_PersonRow</name>
    <message>
        <source>Introduce</source>
        <translation>Voorstellen</translation>
    </message>
    <message>
        <source>Introduce to {name}: {why}</source>
        <translation>Stel voor aan {name}: {why}</translation>
    </message>
</context>
<context>
    <name>_Results</name>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Nobody and nothing here is called “{text}”</source>
        <translation>Niemand en niets heet hier “{text}”</translation>
    </message>
    <message>
        <source>{result}, {number} of {count}</source>
        <translation>{result}, {number} van {count}</translation>
    </message>
</context>
<context>
    <name>_Skeleton</name>
    <message>
        <source>Looking for colleagues</source>
        <translation>Collega’s zoeken</translation>
    </message>
</context>
<context>
    <name>_Welcome</name>
    <message>
        <source>The link works until {day}</source>
        <translation>De link werkt tot {day}</translation>
    </message>
    <message>
        <source>Invited by {name}</source>
        <translation>Uitgenodigd door {name}</translation>
    </message>
</context>
</TS>
