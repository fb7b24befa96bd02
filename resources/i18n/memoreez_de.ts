<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>memoreez</name>
  <message numerus="yes">
   <source>%n certificate(s) in it.</source>
   <translation>
    <numerusform>%n Zertifikat ist darin.</numerusform>
    <numerusform>%n Zertifikate sind darin.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n changed</source>
   <translation>
    <numerusform>%n geändert</numerusform>
    <numerusform>%n geändert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n concept(s) cost about {usd:.2f} USD.</source>
   <translation>
    <numerusform>%n Konzept kostet etwa {usd:.2f} USD.</numerusform>
    <numerusform>%n Konzepte kosten etwa {usd:.2f} USD.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n concept(s) cost less than 0.01 USD.</source>
   <translation>
    <numerusform>%n Konzept kostet weniger als 0,01 USD.</numerusform>
    <numerusform>%n Konzepte kosten weniger als 0,01 USD.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fit on this bed.</source>
   <translation>
    <numerusform>%n passt auf dieses Druckbett.</numerusform>
    <numerusform>%n passen auf dieses Druckbett.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n keepsake(s)</source>
   <translation>
    <numerusform>%n Andenken</numerusform>
    <numerusform>%n Andenken</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n order(s)</source>
   <translation>
    <numerusform>%n Auftrag</numerusform>
    <numerusform>%n Aufträge</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n photo(s)</source>
   <translation>
    <numerusform>%n Foto</numerusform>
    <numerusform>%n Fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n picture(s) are being drawn by {service} and may be charged.</source>
   <translation>
    <numerusform>%n Bild wird gerade von {service} gezeichnet und womöglich berechnet.</numerusform>
    <numerusform>%n Bilder werden gerade von {service} gezeichnet und womöglich berechnet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n picture(s) came that had been ordered before.</source>
   <translation>
    <numerusform>%n Bild ist gekommen, das vorher bestellt worden war.</numerusform>
    <numerusform>%n Bilder sind gekommen, die vorher bestellt worden waren.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sculpture(s) are made by {service} and may be charged.</source>
   <translation>
    <numerusform>%n Skulptur wird von {service} gemacht und vielleicht berechnet.</numerusform>
    <numerusform>%n Skulpturen werden von {service} gemacht und vielleicht berechnet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) to fix</source>
   <translation>
    <numerusform>%n zu beheben</numerusform>
    <numerusform>%n zu beheben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n word(s)</source>
   <translation>
    <numerusform>%n Wort</numerusform>
    <numerusform>%n Wörter</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n year(s)</source>
   <translation>
    <numerusform>%n Jahr</numerusform>
    <numerusform>%n Jahre</numerusform>
   </translation>
  </message>
  <message>
   <source>0 keeps your photo as it is, 1 pays no heed to it.</source>
   <translation>0 lässt dein Foto, wie es ist, 1 beachtet es gar nicht.</translation>
  </message>
  <message>
   <source>0.12 mm layers: crisp letters and smooth slopes, about twice the time.</source>
   <translation>0,12-mm-Schichten: scharfe Buchstaben und glatte Schrägen, etwa die doppelte Zeit.</translation>
  </message>
  <message>
   <source>0.16 mm layers, solid pictures, with a brim: for what is lit from behind.</source>
   <translation>0,16-mm-Schichten, massive Bilder, mit Brim: für alles, was von hinten beleuchtet wird.</translation>
  </message>
  <message>
   <source>0.20 mm layers, four walls, 35 % infill: for what is carried or pulled.</source>
   <translation>0,20-mm-Schichten, vier Wände, 35 % Füllung: für alles, was getragen oder gezogen wird.</translation>
  </message>
  <message>
   <source>0.20 mm layers: a good balance of time and detail.</source>
   <translation>0,20-mm-Schichten: Zeit und Details gut ausgewogen.</translation>
  </message>
  <message>
   <source>0.28 mm layers: quick, with visible steps.</source>
   <translation>0,28-mm-Schichten: schnell, mit sichtbaren Stufen.</translation>
  </message>
  <message>
   <source>1 for Flux models.</source>
   <translation>1 für Flux-Modelle.</translation>
  </message>
  <message>
   <source>2 € coin, 25.75 mm</source>
   <translation>2 €, 25,75 mm</translation>
  </message>
  <message>
   <source>30 to 50 for the full model, 5 to 10 for the fast one.</source>
   <translation>30 bis 50 für das volle Modell, 5 bis 10 für das schnelle.</translation>
  </message>
  <message>
   <source>3D graphics (OpenGL)</source>
   <translation>3D-Grafik (OpenGL)</translation>
  </message>
  <message>
   <source>3D view</source>
   <translation>3D-Ansicht</translation>
  </message>
  <message>
   <source>512 for models of the 1.5 family.</source>
   <translation>512 für Modelle der 1.5-Familie.</translation>
  </message>
  <message>
   <source>A PEM file, where a company or a school looks into connections.</source>
   <translation>Eine PEM-Datei, wo eine Firma oder Schule in Verbindungen hineinsieht.</translation>
  </message>
  <message>
   <source>A bookmark needs a name.</source>
   <translation>Ein Lesezeichen braucht einen Namen.</translation>
  </message>
  <message>
   <source>A brim of 5 mm keeps it on the bed while it prints.</source>
   <translation>Ein Brim von 5 mm hält es beim Drucken auf dem Druckbett.</translation>
  </message>
  <message>
   <source>A brim of {width:g} mm was added: it stands on little.</source>
   <translation>Ein Brim von {width:g} mm kam dazu: Es steht auf wenig Fläche.</translation>
  </message>
  <message>
   <source>A coaster is round and half as large again.</source>
   <translation>Ein Untersetzer ist rund und um die Hälfte größer.</translation>
  </message>
  <message>
   <source>A code of {size} mm would have modules of {module} mm.</source>
   <translation>Ein Code von {size} mm hätte Module von {module} mm.</translation>
  </message>
  <message>
   <source>A code that a phone reads: a link, a message.</source>
   <translation>Ein Code, den ein Telefon liest: ein Link, eine Nachricht.</translation>
  </message>
  <message>
   <source>A code that is {depth} mm deep cannot be read or not be printed.</source>
   <translation>Ein Code, der {depth} mm tief ist, lässt sich nicht lesen oder nicht drucken.</translation>
  </message>
  <message>
   <source>A coin with the face from the photo, as if it had been minted; prints flat.</source>
   <translation>Eine Münze mit dem Gesicht vom Foto, wie geprägt; druckt liegend.</translation>
  </message>
  <message>
   <source>A concept</source>
   <translation>Eine Idee</translation>
  </message>
  <message>
   <source>A cover of {cover} mm cannot be made.</source>
   <translation>Eine Abdeckung von {cover} mm lässt sich nicht machen.</translation>
  </message>
  <message>
   <source>A cup for pens with what they love in relief all round and their name on a band.</source>
   <translation>Ein Becher für Stifte, ringsum mit dem im Relief, was sie lieben, und ihrem Namen auf einem Band.</translation>
  </message>
  <message>
   <source>A cut of {depth} mm cannot be made here.</source>
   <translation>Ein Schnitt von {depth} mm lässt sich hier nicht machen.</translation>
  </message>
  <message>
   <source>A door sign needs a name.</source>
   <translation>Ein Türschild braucht einen Namen.</translation>
  </message>
  <message>
   <source>A double click brings the usual value back.</source>
   <translation>Ein Doppelklick stellt den üblichen Wert wieder her.</translation>
  </message>
  <message>
   <source>A drain of {drain} mm cannot be made.</source>
   <translation>Ein Ablauf von {drain} mm lässt sich nicht machen.</translation>
  </message>
  <message>
   <source>A face laid down</source>
   <translation>Eine Fläche hingelegt</translation>
  </message>
  <message>
   <source>A few words about a person, or a photo of them. Either is enough.</source>
   <translation>Ein paar Worte über einen Menschen oder ein Foto. Eins davon genügt.</translation>
  </message>
  <message>
   <source>A file of the library could not be read: {reason}.</source>
   <translation>Eine Datei der Bibliothek ließ sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <source>A flat cut or a small plinth lets it stand.</source>
   <translation>Mit einem flachen Schnitt oder kleinen Sockel steht es.</translation>
  </message>
  <message>
   <source>A flat cut, a small plinth or a brim holds it; {area:.0f} mm² is safe.</source>
   <translation>Ein flacher Schnitt, ein kleiner Sockel oder ein Brim hält es; ab {area:.0f} mm² ist es sicher.</translation>
  </message>
  <message>
   <source>A folder in which new models are looked for; Cancel for none</source>
   <translation>Ein Ordner, in dem nach neuen Modellen gesehen wird; Abbrechen für keinen</translation>
  </message>
  <message>
   <source>A framed picture that appears when light shines through it; stands by itself.</source>
   <translation>Ein gerahmtes Bild, das erscheint, wenn Licht hindurchscheint; steht von allein.</translation>
  </message>
  <message>
   <source>A glowing tube with the photo on its front and stars behind, for an electric tea light.</source>
   <translation>Eine leuchtende Röhre, vorn das Foto, hinten Sterne, für ein elektrisches Teelicht.</translation>
  </message>
  <message>
   <source>A good year</source>
   <translation>Ein guter Jahrgang</translation>
  </message>
  <message>
   <source>A heart, a circle or an arch that shows the photo when light shines through it, on its own stand.</source>
   <translation>Ein Herz, ein Kreis oder ein Bogen, der das Foto zeigt, wenn Licht hindurchscheint, auf eigenem Ständer.</translation>
  </message>
  <message>
   <source>A holder with their name and what they love all round, for LED tea lights: a flame melts plastic.</source>
   <translation>Ein Halter mit ihrem Namen und dem, was sie lieben, ringsum, für LED-Teelichter: Eine Flamme schmilzt Kunststoff.</translation>
  </message>
  <message>
   <source>A hole of {size} mm cannot be made.</source>
   <translation>Ein Loch von {size} mm lässt sich nicht machen.</translation>
  </message>
  <message>
   <source>A key does not belong on the command line, where others can read it.</source>
   <translation>Ein Schlüssel gehört nicht in die Befehlszeile, wo andere ihn lesen können.</translation>
  </message>
  <message>
   <source>A key is kept; type to replace it.</source>
   <translation>Ein Schlüssel ist aufbewahrt; tippe, um ihn zu ersetzen.</translation>
  </message>
  <message>
   <source>A language model in Cloudflare's network, with a free share every day.</source>
   <translation>Ein Sprachmodell im Netz von Cloudflare, jeden Tag mit einem kostenlosen Anteil.</translation>
  </message>
  <message>
   <source>A language model on your own computer: free and private.</source>
   <translation>Ein Sprachmodell auf deinem eigenen Computer: kostenlos und privat.</translation>
  </message>
  <message>
   <source>A light for {name}</source>
   <translation>Ein Licht für {name}</translation>
  </message>
  <message>
   <source>A line must be wider than it is high.</source>
   <translation>Eine Linie muss breiter als hoch sein.</translation>
  </message>
  <message>
   <source>A loop, a magnet, a symbol, a QR code…</source>
   <translation>Eine Öse, ein Magnet, ein Symbol, ein QR-Code …</translation>
  </message>
  <message>
   <source>A magnet of {size} mm has no pocket here.</source>
   <translation>Für einen Magneten von {size} mm gibt es hier keine Tasche.</translation>
  </message>
  <message>
   <source>A medal for {name}</source>
   <translation>Ein Orden für {name}</translation>
  </message>
  <message>
   <source>A medal with a symbol of what they love, their name round it and a loop to hang it by.</source>
   <translation>Eine Medaille mit einem Symbol von dem, was sie lieben, ringsum ihr Name, mit Öse zum Aufhängen.</translation>
  </message>
  <message>
   <source>A model of the library is damaged.</source>
   <translation>Ein Modell der Bibliothek ist beschädigt.</translation>
  </message>
  <message>
   <source>A moment kept</source>
   <translation>Moment für immer</translation>
  </message>
  <message>
   <source>A moment to hang up</source>
   <translation>Ein Moment zum Aufhängen</translation>
  </message>
  <message>
   <source>A name and a line between two symbols in a frame, to be hung on a door.</source>
   <translation>Ein Name und eine Zeile zwischen zwei Symbolen in einem Rahmen, für die Tür.</translation>
  </message>
  <message>
   <source>A name and a symbol on a thin strip, with a hole for a tassel.</source>
   <translation>Ein Name und ein Symbol auf einem dünnen Streifen, mit einem Loch für die Quaste.</translation>
  </message>
  <message>
   <source>A nameplate needs a name.</source>
   <translation>Ein Namensschild braucht einen Namen.</translation>
  </message>
  <message>
   <source>A new model: “{name}”</source>
   <translation>Ein neues Modell: „{name}“</translation>
  </message>
  <message>
   <source>A part of it begins in the air.</source>
   <translation>Ein Teil davon beginnt in der Luft.</translation>
  </message>
  <message>
   <source>A part of the design has no outline.</source>
   <translation>Ein Teil des Entwurfs hat keinen Umriss.</translation>
  </message>
  <message>
   <source>A part of the model came out empty.</source>
   <translation>Ein Teil des Modells ist leer geblieben.</translation>
  </message>
  <message>
   <source>A part of the model is not a closed solid.</source>
   <translation>Ein Teil des Modells ist kein geschlossener Körper.</translation>
  </message>
  <message>
   <source>A pedestal with a measure of {size} cannot be made.</source>
   <translation>Ein Sockel mit dem Maß {size} lässt sich nicht machen.</translation>
  </message>
  <message>
   <source>A picture by a service has no size yet.</source>
   <translation>Ein Bild von einem Dienst hat noch keine Größe.</translation>
  </message>
  <message>
   <source>A picture in light, bent like a screen: it stands by itself, with a candle or a lamp behind it.</source>
   <translation>Ein Bild aus Licht, gebogen wie ein Paravent: Es steht von selbst, dahinter eine Kerze oder Lampe.</translation>
  </message>
  <message>
   <source>A plinth makes it stand; a brim holds it while it prints.</source>
   <translation>Mit einem Sockel steht es; ein Brim hält es beim Drucken.</translation>
  </message>
  <message>
   <source>A pocket for a round magnet.</source>
   <translation>Eine Tasche für einen runden Magneten.</translation>
  </message>
  <message>
   <source>A portrait becomes lithophanes, a plaque and a medallion.</source>
   <translation>Aus einem Porträt werden Lithophanien, eine Tafel und ein Medaillon.</translation>
  </message>
  <message>
   <source>A portrait of {name}</source>
   <translation>Ein Porträt von {name}</translation>
  </message>
  <message>
   <source>A print cannot be started over this link.</source>
   <translation>Über diese Verbindung lässt sich kein Druck starten.</translation>
  </message>
  <message>
   <source>A quarter turn about {axis}, to the left</source>
   <translation>Vierteldrehung um {axis}, nach links</translation>
  </message>
  <message>
   <source>A quarter turn about {axis}, to the right</source>
   <translation>Vierteldrehung um {axis}, nach rechts</translation>
  </message>
  <message>
   <source>A quirk only you would know</source>
   <translation>Eine Eigenheit, die nur du kennst</translation>
  </message>
  <message>
   <source>A raft lies below the model: it is peeled off after printing.</source>
   <translation>Unter dem Modell liegt ein Floß (Raft): Es wird nach dem Druck abgezogen.</translation>
  </message>
  <message>
   <source>A record of the library is damaged and was skipped.</source>
   <translation>Ein Eintrag der Bibliothek ist beschädigt und wurde übersprungen.</translation>
  </message>
  <message>
   <source>A record of the library was written by a newer version of the program.</source>
   <translation>Ein Eintrag der Bibliothek wurde von einer neueren Version des Programms geschrieben.</translation>
  </message>
  <message>
   <source>A repair left out</source>
   <translation>Eine Reparatur ausgelassen</translation>
  </message>
  <message>
   <source>A ring to hang it by.</source>
   <translation>Ein Ring zum Aufhängen.</translation>
  </message>
  <message>
   <source>A ring with a name and what they love; one for every guest makes a set.</source>
   <translation>Ein Ring mit einem Namen und dem, was sie lieben; einer für jeden Gast ergibt einen Satz.</translation>
  </message>
  <message>
   <source>A ring with {size} mm cannot be made.</source>
   <translation>Eine Öse mit {size} mm lässt sich nicht machen.</translation>
  </message>
  <message>
   <source>A roof of stars</source>
   <translation>Unterm Sternenzelt</translation>
  </message>
  <message>
   <source>A round hole right through, for a ribbon, a chain or a screw.</source>
   <translation>Ein rundes Loch mitten hindurch, für ein Band, eine Kette oder eine Schraube.</translation>
  </message>
  <message>
   <source>A rounded figure of what they love on a pedestal with their name.</source>
   <translation>Eine runde Figur von dem, was sie lieben, auf einem Sockel mit ihrem Namen.</translation>
  </message>
  <message>
   <source>A row of pictures (*.png)</source>
   <translation>Eine Reihe von Bildern (*.png)</translation>
  </message>
  <message>
   <source>A sculpture of “{title}”</source>
   <translation>Eine Skulptur von „{title}“</translation>
  </message>
  <message>
   <source>A shield with up to four things they love, their name on a ribbon, and a hole to hang it by.</source>
   <translation>Ein Schild mit bis zu vier Dingen, die sie lieben, dem Namen auf einem Band und einem Loch zum Aufhängen.</translation>
  </message>
  <message>
   <source>A sign of love</source>
   <translation>Ein Zeichen der Liebe</translation>
  </message>
  <message>
   <source>A size of {size} mm cannot be made.</source>
   <translation>Eine Größe von {size} mm geht nicht.</translation>
  </message>
  <message>
   <source>A slicer cannot tell inside from outside here. Repair closes it.</source>
   <translation>Ein Slicer kann hier innen und außen nicht unterscheiden. Reparieren schließt es.</translation>
  </message>
  <message>
   <source>A small child could swallow a piece of it.</source>
   <translation>Ein kleines Kind könnte ein Stück davon verschlucken.</translation>
  </message>
  <message>
   <source>A small child could swallow it.</source>
   <translation>Ein kleines Kind könnte es verschlucken.</translation>
  </message>
  <message>
   <source>A snowflake, a star, a bauble or a wreath with what they love, their name and the year.</source>
   <translation>Eine Schneeflocke, ein Stern, eine Kugel oder ein Kranz mit dem, was sie lieben, ihrem Namen und dem Jahr.</translation>
  </message>
  <message>
   <source>A stencil needs a name.</source>
   <translation>Eine Schablone braucht einen Namen.</translation>
  </message>
  <message>
   <source>A story becomes a keepsake you can hold</source>
   <translation>Aus einer Geschichte wird ein Andenken zum Anfassen</translation>
  </message>
  <message>
   <source>A symbol and a name cut through a thin sheet, for paint, cocoa or chalk.</source>
   <translation>Ein Symbol und ein Name, aus einem dünnen Blatt geschnitten: für Farbe, Kakao oder Kreide.</translation>
  </message>
  <message>
   <source>A symbol with a measure of {size} mm cannot be made.</source>
   <translation>Ein Symbol mit dem Maß {size} mm lässt sich nicht machen.</translation>
  </message>
  <message>
   <source>A symbol, raised or engraved.</source>
   <translation>Ein Symbol, erhaben oder vertieft.</translation>
  </message>
  <message>
   <source>A tag for keys with the photo's subject as a small relief; prints flat, in half an hour.</source>
   <translation>Ein Schlüsselanhänger mit dem Motiv des Fotos als kleines Relief; druckt liegend, in einer halben Stunde.</translation>
  </message>
  <message>
   <source>A tag with a symbol, a name and a hole for the key ring.</source>
   <translation>Ein Anhänger mit Symbol, Name und Loch für den Schlüsselring.</translation>
  </message>
  <message>
   <source>A touch can tip it over: it leans at most {angle:.0f}°.</source>
   <translation>Ein Stups kann es umwerfen: Es kippt ab {angle:.0f}°.</translation>
  </message>
  <message>
   <source>A tree for the wall that bears up to four things they love, with their name at its foot.</source>
   <translation>Ein Baum für die Wand, der bis zu vier Dinge trägt, die sie lieben, mit ihrem Namen am Fuß.</translation>
  </message>
  <message>
   <source>A turntable is a GIF or a row of PNG pictures.</source>
   <translation>Ein Drehteller ist ein GIF oder eine Reihe von PNG-Bildern.</translation>
  </message>
  <message>
   <source>A vase has one wall, and {count} were asked for.</source>
   <translation>Eine Vase hat eine einzige Wand, verlangt wurden {count}.</translation>
  </message>
  <message>
   <source>A vase is hollow, and infill was asked for.</source>
   <translation>Eine Vase ist hohl, verlangt wurde eine Füllung.</translation>
  </message>
  <message>
   <source>A vase is one wall in a spiral; at {height:.1f} mm this model has {count} parts.</source>
   <translation>Eine Vase ist eine einzige Wand in einer Spirale; bei {height:.1f} mm besteht dieses Modell aus {count} Teilen.</translation>
  </message>
  <message>
   <source>A vase is one wall without infill.</source>
   <translation>Eine Vase ist eine einzige Wand ohne Füllung.</translation>
  </message>
  <message>
   <source>A vase is open at the top, and solid layers were asked for there.</source>
   <translation>Eine Vase ist oben offen, verlangt wurden dort volle Schichten.</translation>
  </message>
  <message>
   <source>A vase is printed without supports.</source>
   <translation>Eine Vase wird ohne Stützen gedruckt.</translation>
  </message>
  <message>
   <source>A vase rises evenly, and adaptive layers were asked for.</source>
   <translation>Eine Vase wächst gleichmäßig, verlangt wurden angepasste Schichten.</translation>
  </message>
  <message>
   <source>A vase stands on the bed, and a raft was asked for.</source>
   <translation>Eine Vase steht auf dem Druckbett, verlangt wurde ein Raft.</translation>
  </message>
  <message>
   <source>A wall of {wall} mm cannot be made.</source>
   <translation>Eine Wand von {wall} mm lässt sich nicht machen.</translation>
  </message>
  <message>
   <source>A word (“fishing”) or the id of a symbol (“mdi6:fish”); empty takes it from the story.</source>
   <translation>Ein Wort („Angeln“) oder die Kennung eines Symbols („mdi6:fish“); leer wird es der Geschichte entnommen.</translation>
  </message>
  <message>
   <source>A word such as “dog” or “sailing”. Left empty, the story decides.</source>
   <translation>Ein Wort wie „Hund“ oder „Segeln“. Leer gelassen entscheidet die Geschichte.</translation>
  </message>
  <message>
   <source>AI sculpture</source>
   <translation>KI-Skulptur</translation>
  </message>
  <message>
   <source>AI sculpture of its picture</source>
   <translation>KI-Skulptur aus dem Bild</translation>
  </message>
  <message>
   <source>AI sculptures</source>
   <translation>KI-Skulpturen</translation>
  </message>
  <message>
   <source>AI sculpture…</source>
   <translation>KI-Skulptur …</translation>
  </message>
  <message>
   <source>AI services</source>
   <translation>KI-Dienste</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Account and token are accepted.</source>
   <translation>Konto und Token werden angenommen.</translation>
  </message>
  <message>
   <source>Account id</source>
   <translation>Konto-ID</translation>
  </message>
  <message>
   <source>Adaptive layers</source>
   <translation>Angepasste Schichten</translation>
  </message>
  <message>
   <source>Adaptive layers go from {low:.2f} to {high:.2f} mm, and this quality wants {height:.2f} mm.</source>
   <translation>Angepasste Schichten gehen von {low:.2f} bis {high:.2f} mm, diese Qualität will {height:.2f} mm.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add a key to use it</source>
   <translation>Erst einen Schlüssel eingeben</translation>
  </message>
  <message>
   <source>Add a passion, a quirk or a photo on the Story page.</source>
   <translation>Ergänze auf der Seite „Geschichte“ eine Leidenschaft, eine Eigenheit oder ein Foto.</translation>
  </message>
  <message>
   <source>Add a pedestal, or choose another place for it.</source>
   <translation>Füge einen Sockel hinzu oder wähle eine andere Stelle.</translation>
  </message>
  <message>
   <source>Add a photo and try again.</source>
   <translation>Füge ein Foto hinzu und versuche es noch einmal.</translation>
  </message>
  <message>
   <source>Add another…</source>
   <translation>Noch etwas …</translation>
  </message>
  <message>
   <source>Add credit on the service's own page, or choose another service.</source>
   <translation>Lade auf der Seite des Dienstes Guthaben auf, oder wähle einen anderen Dienst.</translation>
  </message>
  <message>
   <source>Add key</source>
   <translation>Schlüssel fehlt</translation>
  </message>
  <message>
   <source>Add something</source>
   <translation>Etwas hinzufügen</translation>
  </message>
  <message>
   <source>Added: {what}</source>
   <translation>Hinzugefügt: {what}</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Adornment</source>
   <translation>Schmuck</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>Again and again</source>
   <translation>Immer wieder</translation>
  </message>
  <message>
   <source>Alignment</source>
   <translation>Ausrichtung</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All about {passion}</source>
   <translation>Rund um {passion}</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>All ideas are here</source>
   <translation>Alle Ideen sind da</translation>
  </message>
  <message>
   <source>All in a glow</source>
   <translation>Ganz im Licht</translation>
  </message>
  <message>
   <source>All in all: {figures}</source>
   <translation>Insgesamt: {figures}</translation>
  </message>
  <message>
   <source>All letters will print well</source>
   <translation>Alle Buchstaben werden gut gedruckt</translation>
  </message>
  <message>
   <source>All mended</source>
   <translation>Alles behoben</translation>
  </message>
  <message>
   <source>All symbols…</source>
   <translation>Alle Symbole …</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>Immer</translation>
  </message>
  <message>
   <source>Always along</source>
   <translation>Immer dabei</translation>
  </message>
  <message>
   <source>Always on</source>
   <translation>Immer an</translation>
  </message>
  <message>
   <source>Always on belay</source>
   <translation>Immer gut gesichert</translation>
  </message>
  <message>
   <source>Always on call</source>
   <translation>Immer im Einsatz</translation>
  </message>
  <message>
   <source>An ornament for the tree or the window, with the photo's subject as a relief; prints flat.</source>
   <translation>Ein Anhänger für Baum oder Fenster mit dem Motiv des Fotos als Relief; druckt liegend.</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>Winkel</translation>
  </message>
  <message>
   <source>Animation (*.gif)</source>
   <translation>Animation (*.gif)</translation>
  </message>
  <message>
   <source>Anniversary</source>
   <translation>Jahrestag</translation>
  </message>
  <message>
   <source>Another program answers at the address of {service}.</source>
   <translation>Unter der Adresse von {service} antwortet ein anderes Programm.</translation>
  </message>
  <message>
   <source>Another program is using the library right now.</source>
   <translation>Ein anderes Programm benutzt gerade die Bibliothek.</translation>
  </message>
  <message>
   <source>Another text</source>
   <translation>Weiterer Text</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Answered in {seconds:.1f} s. Nothing was charged for this test.</source>
   <translation>Antwort nach {seconds:.1f} s. Dieser Test hat nichts gekostet.</translation>
  </message>
  <message>
   <source>Any language model behind OpenAI's interface, in the cloud or on this computer.</source>
   <translation>Jedes Sprachmodell mit der Schnittstelle von OpenAI, in der Cloud oder auf diesem Computer.</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>Applies after the next start. What you have made so far stays in the old folder.</source>
   <translation>Gilt nach dem nächsten Start. Was du bisher gemacht hast, bleibt im alten Ordner.</translation>
  </message>
  <message>
   <source>Arc</source>
   <translation>Bogen</translation>
  </message>
  <message>
   <source>Arc of the text</source>
   <translation>Bogen des Textes</translation>
  </message>
  <message>
   <source>Arch</source>
   <translation>Bogen</translation>
  </message>
  <message>
   <source>Arranging the plate</source>
   <translation>Die Druckplatte wird belegt</translation>
  </message>
  <message>
   <source>Arrow keys turn the model, plus and minus zoom, Home resets.</source>
   <translation>Pfeiltasten drehen das Modell, Plus und Minus zoomen, Pos1 setzt zurück.</translation>
  </message>
  <message>
   <source>As it came</source>
   <translation>Wie es kam</translation>
  </message>
  <message>
   <source>As large as the bed</source>
   <translation>So groß wie das Bett</translation>
  </message>
  <message>
   <source>As large as the bed allows.</source>
   <translation>So groß, wie das Bett es zulässt.</translation>
  </message>
  <message>
   <source>As the photo</source>
   <translation>Wie das Foto</translation>
  </message>
  <message>
   <source>Ask for a wide foundation; a pedestal helps, too.</source>
   <translation>Bitte um einen breiten Fuß; auch ein Sockel hilft.</translation>
  </message>
  <message>
   <source>Ask for bytes</source>
   <translation>Um Bilddaten bitten</translation>
  </message>
  <message>
   <source>Ask for it again: the service gives a fresh link as long as it keeps the result.</source>
   <translation>Frage erneut danach: Der Dienst gibt einen neuen Link, solange er das Ergebnis aufbewahrt.</translation>
  </message>
  <message>
   <source>Ask for the whole object in the picture.</source>
   <translation>Bitte darum, dass der ganze Gegenstand im Bild ist.</translation>
  </message>
  <message>
   <source>Ask me before every paid request</source>
   <translation>Vor jeder bezahlten Anfrage fragen</translation>
  </message>
  <message>
   <source>Asking {host}…</source>
   <translation>{host} wird gefragt …</translation>
  </message>
  <message>
   <source>Asking {service}</source>
   <translation>{service} wird gefragt</translation>
  </message>
  <message>
   <source>Asks {host} for one file; nothing of yours is sent along.</source>
   <translation>Fragt {host} nach einer einzigen Datei; von dir wird nichts mitgeschickt.</translation>
  </message>
  <message>
   <source>At its thinnest it is like a rod of {diameter:.1f} mm that carries {volume:.1f} cm³.</source>
   <translation>An der dünnsten Stelle ist es wie ein Stab von {diameter:.1f} mm, der {volume:.1f} cm³ trägt.</translation>
  </message>
  <message>
   <source>At least</source>
   <translation>Mindestens</translation>
  </message>
  <message>
   <source>At most three lines can be written.</source>
   <translation>Höchstens drei Zeilen können geschrieben werden.</translation>
  </message>
  <message>
   <source>At the back</source>
   <translation>Hinten</translation>
  </message>
  <message>
   <source>At the cap it stops.</source>
   <translation>An der Grenze ist Schluss.</translation>
  </message>
  <message>
   <source>At {height:.1f} mm this model is too thin for a wall.</source>
   <translation>Bei {height:.1f} mm ist dieses Modell zu dünn für eine Wand.</translation>
  </message>
  <message>
   <source>At {percent:.0f} % of its size it fits.</source>
   <translation>Auf {percent:.0f} % verkleinert passt es.</translation>
  </message>
  <message>
   <source>Auto</source>
   <translation>Auto</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Hinten</translation>
  </message>
  <message>
   <source>Back side</source>
   <translation>Rückseite</translation>
  </message>
  <message>
   <source>Back to the Studio</source>
   <translation>Zurück ins Studio</translation>
  </message>
  <message>
   <source>Back to the concepts</source>
   <translation>Zurück zu den Ideen</translation>
  </message>
  <message>
   <source>Back to the quality's own</source>
   <translation>Zurück zur Qualität</translation>
  </message>
  <message>
   <source>Back to “{name}”</source>
   <translation>Zurück zu „{name}“</translation>
  </message>
  <message>
   <source>Back without changes</source>
   <translation>Zurück ohne Änderungen</translation>
  </message>
  <message>
   <source>Barrel</source>
   <translation>Bauchig</translation>
  </message>
  <message>
   <source>Base</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Bauble</source>
   <translation>Christbaumkugel</translation>
  </message>
  <message>
   <source>Beaded</source>
   <translation>Geperlt</translation>
  </message>
  <message>
   <source>Bed’s depth</source>
   <translation>Betttiefe</translation>
  </message>
  <message>
   <source>Bed’s width</source>
   <translation>Bettbreite</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Before and after the repair</source>
   <translation>Vor und nach der Reparatur</translation>
  </message>
  <message>
   <source>Before it</source>
   <translation>Davor</translation>
  </message>
  <message>
   <source>Before the repair</source>
   <translation>Vor der Reparatur</translation>
  </message>
  <message>
   <source>Being drawn</source>
   <translation>Wird gezeichnet</translation>
  </message>
  <message>
   <source>Being ordered</source>
   <translation>Wird bestellt</translation>
  </message>
  <message>
   <source>Being sculpted</source>
   <translation>Wird modelliert</translation>
  </message>
  <message>
   <source>Being sent</source>
   <translation>Wird gesendet</translation>
  </message>
  <message>
   <source>Being started</source>
   <translation>Wird gestartet</translation>
  </message>
  <message>
   <source>Bend</source>
   <translation>Biegung</translation>
  </message>
  <message>
   <source>Best detail up</source>
   <translation>Feines nach oben</translation>
  </message>
  <message>
   <source>Best friend</source>
   <translation>Bester Freund</translation>
  </message>
  <message>
   <source>Better cut-out, fine (IS-Net)</source>
   <translation>Besserer Freisteller, fein (IS-Net)</translation>
  </message>
  <message>
   <source>Better cut-out, light (U²-Net p)</source>
   <translation>Besserer Freisteller, leicht (U²-Net p)</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>Geburtstag</translation>
  </message>
  <message>
   <source>Black Forest Labs</source>
   <translation>Black Forest Labs</translation>
  </message>
  <message>
   <source>Black bars</source>
   <translation>Schwarze Balken</translation>
  </message>
  <message>
   <source>Black bars frame the picture: they are left out of the keepsake; crop them to be sure.</source>
   <translation>Schwarze Balken rahmen das Bild: Sie kommen nicht ins Andenken; schneide sie ab, um sicherzugehen.</translation>
  </message>
  <message>
   <source>Black in the picture.</source>
   <translation>Schwarz im Bild.</translation>
  </message>
  <message>
   <source>Blowing up the symbol</source>
   <translation>Symbol wird aufgeblasen</translation>
  </message>
  <message>
   <source>Blurred</source>
   <translation>Unscharf</translation>
  </message>
  <message>
   <source>Bookmark</source>
   <translation>Lesezeichen</translation>
  </message>
  <message>
   <source>Border</source>
   <translation>Rand</translation>
  </message>
  <message>
   <source>Born to ride</source>
   <translation>Zum Fahren geboren</translation>
  </message>
  <message>
   <source>Bottom</source>
   <translation>Boden</translation>
  </message>
  <message>
   <source>Bowl</source>
   <translation>Schale</translation>
  </message>
  <message>
   <source>Box</source>
   <translation>Rahmen</translation>
  </message>
  <message>
   <source>Box: Space draws one, the arrow keys move it, Delete takes it away.</source>
   <translation>Rahmen: Die Leertaste zieht einen, die Pfeiltasten bewegen ihn, Entf nimmt ihn weg.</translation>
  </message>
  <message>
   <source>Braille</source>
   <translation>Braille</translation>
  </message>
  <message>
   <source>Braille needs {least} mm of height, and there are {height}.</source>
   <translation>Brailleschrift braucht {least} mm Höhe, und es sind {height}.</translation>
  </message>
  <message>
   <source>Brand new</source>
   <translation>Ganz neu</translation>
  </message>
  <message>
   <source>Brick by brick</source>
   <translation>Stein auf Stein</translation>
  </message>
  <message>
   <source>Bridges short enough</source>
   <translation>Brücken kurz genug</translation>
  </message>
  <message>
   <source>Brighten it</source>
   <translation>Aufhellen</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <source>Brim</source>
   <translation>Brim</translation>
  </message>
  <message>
   <source>Bring the photo back as it came</source>
   <translation>Das Foto wieder so zeigen, wie es kam</translation>
  </message>
  <message>
   <source>Brush away the ground, or choose another cut-out.</source>
   <translation>Male den Hintergrund weg oder wähle einen anderen Freisteller.</translation>
  </message>
  <message>
   <source>Brush script</source>
   <translation>Pinselschrift</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <source>Building bridges</source>
   <translation>Stege werden gebaut</translation>
  </message>
  <message>
   <source>Building the figure</source>
   <translation>Die Figur entsteht</translation>
  </message>
  <message>
   <source>Building the frame</source>
   <translation>Rahmen wird gebaut</translation>
  </message>
  <message>
   <source>Building the stand</source>
   <translation>Ständer wird gebaut</translation>
  </message>
  <message>
   <source>Built by hand</source>
   <translation>Von Hand gebaut</translation>
  </message>
  <message>
   <source>Built in: perimeters, solid shells, sparse infill, bridges, supports, skirt and brim. Works offline.</source>
   <translation>Eingebaut: Perimeter, massive Hüllen, Füllung, Brücken, Stützen, Schürze und Brim. Läuft offline.</translation>
  </message>
  <message>
   <source>Built-in studio</source>
   <translation>Eingebautes Studio</translation>
  </message>
  <message>
   <source>Built-in templates</source>
   <translation>Eingebaute Vorlagen</translation>
  </message>
  <message>
   <source>Busy bee</source>
   <translation>Fleißige Biene</translation>
  </message>
  <message>
   <source>By hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <source>Cake topper</source>
   <translation>Tortenstecker</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Angekommen</translation>
  </message>
  <message>
   <source>Can fix anything</source>
   <translation>Repariert einfach alles</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cannot be sliced</source>
   <translation>Lässt sich nicht slicen</translation>
  </message>
  <message>
   <source>Cannot be told without a screen; pictures stand for the 3D view.</source>
   <translation>Ohne Bildschirm nicht festzustellen; Bilder ersetzen die 3D-Ansicht.</translation>
  </message>
  <message>
   <source>Capitals</source>
   <translation>Versalhöhe</translation>
  </message>
  <message>
   <source>Capsule</source>
   <translation>Kapsel</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Carved in time</source>
   <translation>Zeitlos geschnitzt</translation>
  </message>
  <message>
   <source>Carving the relief</source>
   <translation>Relief wird geschnitzt</translation>
  </message>
  <message>
   <source>Centimetres: {size} mm</source>
   <translation>Zentimeter: {size} mm</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Mitte</translation>
  </message>
  <message>
   <source>Centre stage</source>
   <translation>Im Rampenlicht</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>Zertifikate</translation>
  </message>
  <message>
   <source>Change of colour</source>
   <translation>Farbwechsel</translation>
  </message>
  <message>
   <source>Change the colour before this layer</source>
   <translation>Vor dieser Schicht die Farbe wechseln</translation>
  </message>
  <message>
   <source>Change what does not print</source>
   <translation>Ändern, was nicht druckbar ist</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Ändern …</translation>
  </message>
  <message>
   <source>Character</source>
   <translation>Charakter</translation>
  </message>
  <message>
   <source>Character of concept {number}</source>
   <translation>Charakter von Idee {number}</translation>
  </message>
  <message>
   <source>Check model and address in the settings.</source>
   <translation>Prüfe Modell und Adresse in den Einstellungen.</translation>
  </message>
  <message>
   <source>Check that the file may be opened and the drive is still there.</source>
   <translation>Prüfe, ob die Datei geöffnet werden darf und das Laufwerk noch da ist.</translation>
  </message>
  <message>
   <source>Check the address in the settings.</source>
   <translation>Prüfe die Adresse in den Einstellungen.</translation>
  </message>
  <message>
   <source>Check the address in the settings; another program may answer there.</source>
   <translation>Prüfe die Adresse in den Einstellungen; vielleicht antwortet dort ein anderes Programm.</translation>
  </message>
  <message>
   <source>Check the connection and the address; a local server must be running.</source>
   <translation>Prüfe Verbindung und Adresse; ein eigener Server muss laufen.</translation>
  </message>
  <message>
   <source>Check the folder and the spelling.</source>
   <translation>Prüfe den Ordner und die Schreibweise.</translation>
  </message>
  <message>
   <source>Checking</source>
   <translation>Wird geprüft</translation>
  </message>
  <message>
   <source>Checking the model</source>
   <translation>Modell wird geprüft</translation>
  </message>
  <message>
   <source>Checkmate</source>
   <translation>Schachmatt</translation>
  </message>
  <message>
   <source>Cheers</source>
   <translation>Prost</translation>
  </message>
  <message>
   <source>Choose 1 or more, or 0 for all of them.</source>
   <translation>Wähle 1 oder mehr, oder 0 für alle.</translation>
  </message>
  <message>
   <source>Choose Edit on a photo of the Story page: turn it, crop it, light it, and say who is meant.</source>
   <translation>Wähle „Bearbeiten“ bei einem Foto auf der Seite Geschichte: drehen, zuschneiden, aufhellen und sagen, wer gemeint ist.</translation>
  </message>
  <message>
   <source>Choose a .gcode file as a slicer writes it.</source>
   <translation>Wähle eine .gcode-Datei, wie ein Slicer sie schreibt.</translation>
  </message>
  <message>
   <source>Choose a PEM file with certificates.</source>
   <translation>Wähle eine PEM-Datei mit Zertifikaten.</translation>
  </message>
  <message>
   <source>Choose a PEM file with certificates; it has the words BEGIN CERTIFICATE in it.</source>
   <translation>Wähle eine PEM-Datei mit Zertifikaten; in ihr stehen die Wörter BEGIN CERTIFICATE.</translation>
  </message>
  <message>
   <source>Choose a concept</source>
   <translation>Idee wählen</translation>
  </message>
  <message>
   <source>Choose a concept first. Its toolpaths, time and cost appear here by themselves.</source>
   <translation>Wähle zuerst eine Idee. Druckwege, Zeit und Kosten erscheinen hier von selbst.</translation>
  </message>
  <message>
   <source>Choose a file that ComfyUI saved with “Export (API)”.</source>
   <translation>Wähle eine Datei, die ComfyUI mit „Export (API)“ gespeichert hat.</translation>
  </message>
  <message>
   <source>Choose a height below the top of the print.</source>
   <translation>Wähle eine Höhe unter der Oberkante des Drucks.</translation>
  </message>
  <message>
   <source>Choose a larger size or another symbol, so that its parts touch.</source>
   <translation>Mach es größer oder wähle ein anderes Symbol, damit sich die Teile berühren.</translation>
  </message>
  <message>
   <source>Choose a larger size.</source>
   <translation>Mach es größer.</translation>
  </message>
  <message>
   <source>Choose a layer height between the two, or set other bounds.</source>
   <translation>Wähle eine Schichthöhe dazwischen oder setze andere Grenzen.</translation>
  </message>
  <message>
   <source>Choose a lower layer or a wider line.</source>
   <translation>Wähle eine niedrigere Schicht oder eine breitere Linie.</translation>
  </message>
  <message>
   <source>Choose a lower place for the pause or the colour change.</source>
   <translation>Wähle eine tiefere Stelle für die Pause oder den Farbwechsel.</translation>
  </message>
  <message>
   <source>Choose a model file.</source>
   <translation>Wähle eine Modelldatei.</translation>
  </message>
  <message>
   <source>Choose a name with .gif or .png.</source>
   <translation>Wähle einen Namen mit .gif oder .png.</translation>
  </message>
  <message>
   <source>Choose a picture file.</source>
   <translation>Wähle eine Bilddatei.</translation>
  </message>
  <message>
   <source>Choose a service under “Services…” first.</source>
   <translation>Wähle zuerst unter „Dienste …“ einen Dienst.</translation>
  </message>
  <message>
   <source>Choose a size from 1 to 2,000 mm.</source>
   <translation>Wähle eine Größe von 1 bis 2.000 mm.</translation>
  </message>
  <message>
   <source>Choose a smaller magnet, or another place.</source>
   <translation>Nimm einen kleineren Magneten oder eine andere Stelle.</translation>
  </message>
  <message>
   <source>Choose a smaller number, or 0 for all of them.</source>
   <translation>Wähle eine kleinere Nummer, oder 0 für alle.</translation>
  </message>
  <message>
   <source>Choose a smaller one, or give the model a pedestal.</source>
   <translation>Nimm einen kleineren, oder gib dem Modell einen Sockel.</translation>
  </message>
  <message>
   <source>Choose a smaller picture or a smaller model in the settings.</source>
   <translation>Wähle in den Einstellungen ein kleineres Bild oder ein kleineres Modell.</translation>
  </message>
  <message>
   <source>Choose a symbol</source>
   <translation>Symbol wählen</translation>
  </message>
  <message>
   <source>Choose a symbol for {word}</source>
   <translation>Symbol für {word} wählen</translation>
  </message>
  <message>
   <source>Choose a symbol…</source>
   <translation>Symbol wählen …</translation>
  </message>
  <message>
   <source>Choose a thinner wall, or leave it solid: it is light already.</source>
   <translation>Nimm eine dünnere Wand, oder lass es massiv: Es ist schon leicht.</translation>
  </message>
  <message>
   <source>Choose a value from {low} to {high}.</source>
   <translation>Wähle einen Wert von {low} bis {high}.</translation>
  </message>
  <message>
   <source>Choose another data folder in the settings, or change its permissions.</source>
   <translation>Wähle in den Einstellungen einen anderen Datenordner oder ändere seine Rechte.</translation>
  </message>
  <message>
   <source>Choose another folder, or free some space.</source>
   <translation>Wähle einen anderen Ordner oder schaffe etwas Platz.</translation>
  </message>
  <message>
   <source>Choose another folder, or look at its permissions and at the card's lock.</source>
   <translation>Wähle einen anderen Ordner oder prüfe seine Rechte und den Riegel der Karte.</translation>
  </message>
  <message>
   <source>Choose another folder, or look at its permissions and the free space.</source>
   <translation>Wähle einen anderen Ordner oder prüfe seine Rechte und den freien Platz.</translation>
  </message>
  <message>
   <source>Choose another material or another printer.</source>
   <translation>Wähle ein anderes Material oder einen anderen Drucker.</translation>
  </message>
  <message>
   <source>Choose another model in the settings.</source>
   <translation>Wähle in den Einstellungen ein anderes Modell.</translation>
  </message>
  <message>
   <source>Choose another model.</source>
   <translation>Wähle ein anderes Modell.</translation>
  </message>
  <message>
   <source>Choose another photo or a thicker base.</source>
   <translation>Wähle ein anderes Foto oder einen dickeren Grund.</translation>
  </message>
  <message>
   <source>Choose another photo or mark the subject.</source>
   <translation>Wähle ein anderes Foto oder markiere das Motiv.</translation>
  </message>
  <message>
   <source>Choose another place for it, on the figure itself.</source>
   <translation>Wähle eine andere Stelle, auf der Figur selbst.</translation>
  </message>
  <message>
   <source>Choose another place on the figure, or write on a pedestal.</source>
   <translation>Wähle eine andere Stelle der Figur oder schreib auf einen Sockel.</translation>
  </message>
  <message>
   <source>Choose another place, a larger keepsake or a shorter text.</source>
   <translation>Wählen Sie eine andere Stelle, ein größeres Andenken oder einen kürzeren Text.</translation>
  </message>
  <message>
   <source>Choose another port, for the tunnel too.</source>
   <translation>Wähle einen anderen Port, auch für den Tunnel.</translation>
  </message>
  <message>
   <source>Choose another shape.</source>
   <translation>Wähle eine andere Form.</translation>
  </message>
  <message>
   <source>Choose another symbol or other letters.</source>
   <translation>Wähle ein anderes Symbol oder andere Buchstaben.</translation>
  </message>
  <message>
   <source>Choose another symbol, another text or a larger size.</source>
   <translation>Wähle ein anderes Symbol, einen anderen Text oder mach es größer.</translation>
  </message>
  <message>
   <source>Choose another symbol.</source>
   <translation>Wähle ein anderes Symbol.</translation>
  </message>
  <message>
   <source>Choose between {low:.2f} and {high:.2f} mm.</source>
   <translation>Wähle zwischen {low:.2f} und {high:.2f} mm.</translation>
  </message>
  <message>
   <source>Choose from {low:g} to {high:g} mm.</source>
   <translation>Wähle {low:g} bis {high:g} mm.</translation>
  </message>
  <message>
   <source>Choose from {low:g} to {high:g} {unit}.</source>
   <translation>Wähle von {low:g} bis {high:g} {unit}.</translation>
  </message>
  <message>
   <source>Choose one of the concepts, or bring a model of your own: STL, 3MF, OBJ, PLY or GLB.</source>
   <translation>Wähle eine der Ideen oder bring ein eigenes Modell mit: STL, 3MF, OBJ, PLY oder GLB.</translation>
  </message>
  <message>
   <source>Choose one of the concepts.</source>
   <translation>Wähle eines der Konzepte.</translation>
  </message>
  <message>
   <source>Choose one of {names}.</source>
   <translation>Wähle eines davon: {names}.</translation>
  </message>
  <message>
   <source>Choose one of: {names}.</source>
   <translation>Wähle eines von: {names}.</translation>
  </message>
  <message>
   <source>Choose photos</source>
   <translation>Fotos wählen</translation>
  </message>
  <message>
   <source>Choose the pictures inside it, or drop it as a whole.</source>
   <translation>Wähle die Bilder darin oder zieh ihn als Ganzes herein.</translation>
  </message>
  <message>
   <source>Choose up to {most:.0f} mm.</source>
   <translation>Wähle bis zu {most:.0f} mm.</translation>
  </message>
  <message>
   <source>Choose up to {most}, or 0 for none.</source>
   <translation>Wähle bis zu {most}, oder 0 für keinen.</translation>
  </message>
  <message>
   <source>Choose {low:.0f} to {high:.0f} mm.</source>
   <translation>Wähle {low:.0f} bis {high:.0f} mm.</translation>
  </message>
  <message>
   <source>Choose {low:.1f} to {high:.0f} mm.</source>
   <translation>Wähle {low:.1f} bis {high:.0f} mm.</translation>
  </message>
  <message>
   <source>Choose {low:g} to {high:g} mm.</source>
   <translation>Wähle {low:g} bis {high:g} mm.</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen …</translation>
  </message>
  <message>
   <source>Christmas</source>
   <translation>Weihnachten</translation>
  </message>
  <message>
   <source>Circle</source>
   <translation>Kreis</translation>
  </message>
  <message>
   <source>Cleaning the surface</source>
   <translation>Oberfläche wird gesäubert</translation>
  </message>
  <message>
   <source>Clear box and strokes</source>
   <translation>Rahmen und Striche löschen</translation>
  </message>
  <message>
   <source>Clear cut-out</source>
   <translation>Klar freigestellt</translation>
  </message>
  <message>
   <source>Clearance</source>
   <translation>Spiel</translation>
  </message>
  <message>
   <source>Click a face: it goes onto the bed.</source>
   <translation>Eine Fläche anklicken: Sie kommt auf das Bett.</translation>
  </message>
  <message>
   <source>Click a place on the model.</source>
   <translation>Klicke auf eine Stelle des Modells.</translation>
  </message>
  <message>
   <source>Click the face that shall lie on the bed.</source>
   <translation>Die Fläche anklicken, die auf dem Bett liegen soll.</translation>
  </message>
  <message>
   <source>Click the place on the model.</source>
   <translation>Klick die Stelle auf dem Modell an.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close anyway</source>
   <translation>Trotzdem schließen</translation>
  </message>
  <message>
   <source>Close other programs, or choose a smaller model in the settings.</source>
   <translation>Schließe andere Programme, oder wähle in den Einstellungen ein kleineres Modell.</translation>
  </message>
  <message>
   <source>Close other windows of Memoreez and try again.</source>
   <translation>Schließ andere Fenster von Memoreez und versuche es noch einmal.</translation>
  </message>
  <message>
   <source>Close the section</source>
   <translation>Schnitt schließen</translation>
  </message>
  <message>
   <source>Close this message</source>
   <translation>Diese Meldung schließen</translation>
  </message>
  <message>
   <source>Close to the heart</source>
   <translation>Nah am Herzen</translation>
  </message>
  <message>
   <source>Close to the letters</source>
   <translation>Eng um die Buchstaben</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Geschlossen</translation>
  </message>
  <message>
   <source>Closed by</source>
   <translation>Deckel</translation>
  </message>
  <message>
   <source>Closed surface</source>
   <translation>Geschlossene Oberfläche</translation>
  </message>
  <message>
   <source>Closing cracks</source>
   <translation>Risse werden geschlossen</translation>
  </message>
  <message>
   <source>Closing holes</source>
   <translation>Löcher werden geschlossen</translation>
  </message>
  <message>
   <source>Closing surfaces</source>
   <translation>Oberflächen werden geschlossen</translation>
  </message>
  <message>
   <source>Cloudflare Workers AI</source>
   <translation>Cloudflare Workers AI</translation>
  </message>
  <message>
   <source>Cloudflare Workers AI (words)</source>
   <translation>Cloudflare Workers AI (Texte)</translation>
  </message>
  <message>
   <source>Coaster</source>
   <translation>Untersetzer</translation>
  </message>
  <message>
   <source>Coat of arms</source>
   <translation>Wappen</translation>
  </message>
  <message>
   <source>Coin</source>
   <translation>Münze</translation>
  </message>
  <message>
   <source>ComfyUI</source>
   <translation>ComfyUI</translation>
  </message>
  <message>
   <source>ComfyUI 3D</source>
   <translation>ComfyUI 3D</translation>
  </message>
  <message>
   <source>ComfyUI has no model to draw with.</source>
   <translation>ComfyUI hat kein Modell, mit dem es zeichnen kann.</translation>
  </message>
  <message>
   <source>ComfyUI has no model to sculpt with.</source>
   <translation>ComfyUI hat kein Modell zum Modellieren.</translation>
  </message>
  <message>
   <source>ComfyUI ran out of memory.</source>
   <translation>ComfyUI ging der Speicher aus.</translation>
  </message>
  <message>
   <source>ComfyUI saved no mesh.</source>
   <translation>ComfyUI hat kein Netz gespeichert.</translation>
  </message>
  <message>
   <source>ComfyUI {version} answers, and the workflow can be read.</source>
   <translation>ComfyUI {version} antwortet, und der Workflow ist lesbar.</translation>
  </message>
  <message>
   <source>ComfyUI {version} answers; it will draw with {model}.</source>
   <translation>ComfyUI {version} antwortet; es zeichnet mit {model}.</translation>
  </message>
  <message>
   <source>ComfyUI {version} answers; it will sculpt with {model}.</source>
   <translation>ComfyUI {version} antwortet; es modelliert mit {model}.</translation>
  </message>
  <message>
   <source>Compare with the raw sculpture</source>
   <translation>Mit der rohen Skulptur vergleichen</translation>
  </message>
  <message>
   <source>Compiled kernels</source>
   <translation>Übersetzte Rechenkerne</translation>
  </message>
  <message>
   <source>Concentric</source>
   <translation>Konzentrisch</translation>
  </message>
  <message>
   <source>Concept {number}</source>
   <translation>Idee {number}</translation>
  </message>
  <message>
   <source>Concepts</source>
   <translation>Ideen</translation>
  </message>
  <message>
   <source>Concepts for {name}</source>
   <translation>Ideen für {name}</translation>
  </message>
  <message>
   <source>Connecting</source>
   <translation>Verbinde</translation>
  </message>
  <message>
   <source>Continue to Print</source>
   <translation>Weiter zum Druck</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Kontrast</translation>
  </message>
  <message>
   <source>Cookie cutter</source>
   <translation>Ausstechform</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>Stückzahl</translation>
  </message>
  <message>
   <source>Copy a picture in your browser or a file in its folder, then press Paste again.</source>
   <translation>Kopiere ein Bild im Browser oder eine Datei im Ordner und drück dann noch einmal „Einfügen“.</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Copy it anew, without quotes and spaces, and press Test.</source>
   <translation>Kopiere ihn neu, ohne Anführungszeichen und Leerzeichen, und drücke auf „Testen“.</translation>
  </message>
  <message>
   <source>Copy it to this computer and choose it again.</source>
   <translation>Kopiere es auf diesen Computer und wähle es noch einmal.</translation>
  </message>
  <message>
   <source>Copy or download it again, or choose another photo.</source>
   <translation>Kopiere oder lade es noch einmal oder wähle ein anderes Foto.</translation>
  </message>
  <message>
   <source>Copy or download the file again; the first copy did not finish.</source>
   <translation>Kopiere oder lade die Datei noch einmal; die erste Kopie wurde nicht fertig.</translation>
  </message>
  <message>
   <source>Copy the list</source>
   <translation>Liste kopieren</translation>
  </message>
  <message>
   <source>Copy this picture</source>
   <translation>Dieses Bild kopieren</translation>
  </message>
  <message>
   <source>Cost of the plastic</source>
   <translation>Preis des Kunststoffs</translation>
  </message>
  <message>
   <source>Cost: {cost}</source>
   <translation>Kosten: {cost}</translation>
  </message>
  <message>
   <source>Create concepts</source>
   <translation>Ideen entwerfen</translation>
  </message>
  <message>
   <source>Crop</source>
   <translation>Zuschnitt</translation>
  </message>
  <message>
   <source>Crop closer to the subject, or draw a box about it.</source>
   <translation>Schneide näher am Motiv zu oder zieh einen Rahmen darum.</translation>
  </message>
  <message>
   <source>Crop it</source>
   <translation>Zuschneiden</translation>
  </message>
  <message>
   <source>Crop: the arrow keys move it, with Shift they make it larger or smaller.</source>
   <translation>Zuschnitt: Die Pfeiltasten bewegen ihn, mit Umschalt machen sie ihn größer oder kleiner.</translation>
  </message>
  <message>
   <source>Crown</source>
   <translation>Krone</translation>
  </message>
  <message>
   <source>Crumbs in the air left out: {count}.</source>
   <translation>Krümel in der Luft weggelassen: {count}.</translation>
  </message>
  <message>
   <source>Crumbs in the air left out: {count}; larger pieces kept: {kept}.</source>
   <translation>Weggelassene Krümel in der Luft: {count}; behaltene größere Stücke: {kept}.</translation>
  </message>
  <message>
   <source>Cubic</source>
   <translation>Würfel</translation>
  </message>
  <message>
   <source>Curved lithophane</source>
   <translation>Gebogene Lithophanie</translation>
  </message>
  <message>
   <source>Cut flat by {depth:.1f} mm: {area:.1f} cm² to lie on.</source>
   <translation>Um {depth:.1f} mm flach geschnitten: {area:.1f} cm² Auflage.</translation>
  </message>
  <message>
   <source>Cut flat by {depth:.1f} mm: {area:.1f} cm² to lie on; loose tips were left out.</source>
   <translation>Um {depth:.1f} mm flach geschnitten: {area:.1f} cm² Auflage; lose Spitzen sind weggefallen.</translation>
  </message>
  <message>
   <source>Cut into {count} pieces that a peg holds in place.</source>
   <translation>In {count} Teile geschnitten, die ein Stift ausrichtet.</translation>
  </message>
  <message>
   <source>Cut into {count} pieces that {pegs} pegs hold in place.</source>
   <translation>In {count} Teile geschnitten, die {pegs} Stifte ausrichten.</translation>
  </message>
  <message>
   <source>Cut into {count} pieces, too thin for pegs: glue them.</source>
   <translation>In {count} Teile geschnitten, zu dünn für Stifte: Kleb sie zusammen.</translation>
  </message>
  <message>
   <source>Cut into {count} pieces. Not every joint has room for a peg: glue them.</source>
   <translation>In {count} Teile geschnitten. Nicht jede Fuge hat Platz für einen Stift: Kleb sie zusammen.</translation>
  </message>
  <message>
   <source>Cut letters or holes in letters are narrower than {width:.1f} mm and close.</source>
   <translation>Eingeschnittene Buchstaben oder Löcher in Buchstaben sind schmaler als {width:.1f} mm und schließen sich.</translation>
  </message>
  <message>
   <source>Cut off</source>
   <translation>Angeschnitten</translation>
  </message>
  <message>
   <source>Cut out</source>
   <translation>Ausgeschnitten</translation>
  </message>
  <message>
   <source>Cut the back flat first, or choose a smaller magnet.</source>
   <translation>Schneide zuerst den Rücken flach, oder nimm einen kleineren Magneten.</translation>
  </message>
  <message>
   <source>Cut the bars off</source>
   <translation>Balken abschneiden</translation>
  </message>
  <message>
   <source>Cut the picture open and look inside</source>
   <translation>Das Bild aufschneiden und hineinsehen</translation>
  </message>
  <message>
   <source>Cut {depth:.2f} mm off its underside, so that it stands flat.</source>
   <translation>Unten {depth:.2f} mm abgeschnitten, damit es flach steht.</translation>
  </message>
  <message>
   <source>Cut-out {number}</source>
   <translation>Freisteller {number}</translation>
  </message>
  <message>
   <source>Cut-outs</source>
   <translation>Freisteller</translation>
  </message>
  <message>
   <source>Cuts a side flat, to lie, be glued or hang against a wall.</source>
   <translation>Schneidet eine Seite flach, zum Liegen, Kleben oder für die Wand.</translation>
  </message>
  <message>
   <source>Cuts cookies in the outline of the photo's subject, or presses its picture into them. Printed plastic is not food-safe by itself: use it for one baking, or seal it.</source>
   <translation>Sticht Plätzchen im Umriss des Motivs aus oder drückt sein Bild hinein. Gedrucktes Plastik ist nicht von selbst lebensmittelecht: nur für ein Backen nehmen oder versiegeln.</translation>
  </message>
  <message>
   <source>Cuts what is larger than the bed into pieces with pegs.</source>
   <translation>Teilt, was größer ist als das Bett, in Stücke mit Zapfen.</translation>
  </message>
  <message>
   <source>Cutter</source>
   <translation>Ausstecher</translation>
  </message>
  <message>
   <source>Cutting it to fit the bed</source>
   <translation>Wird passend zum Druckbett geschnitten</translation>
  </message>
  <message>
   <source>Cutting layers</source>
   <translation>Schichten werden geschnitten</translation>
  </message>
  <message>
   <source>Cutting out the subject</source>
   <translation>Das Motiv wird freigestellt</translation>
  </message>
  <message>
   <source>Cutting the band</source>
   <translation>Band wird zugeschnitten</translation>
  </message>
  <message>
   <source>Cutting the board</source>
   <translation>Brett wird ausgeschnitten</translation>
  </message>
  <message>
   <source>Cutting the frame</source>
   <translation>Rahmen wird ausgeschnitten</translation>
  </message>
  <message>
   <source>Cutting the strip</source>
   <translation>Der Streifen wird geschnitten</translation>
  </message>
  <message>
   <source>Cutting the tag</source>
   <translation>Anhänger wird ausgeschnitten</translation>
  </message>
  <message>
   <source>Daily bread</source>
   <translation>Täglich Brot</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Dark on light</source>
   <translation>Dunkel auf Hell</translation>
  </message>
  <message>
   <source>Data folder</source>
   <translation>Datenordner</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete it and download it again.</source>
   <translation>Lösche es und lade es noch einmal herunter.</translation>
  </message>
  <message>
   <source>Delete something there, or use another drive.</source>
   <translation>Lösche dort etwas oder nimm ein anderes Laufwerk.</translation>
  </message>
  <message>
   <source>Depth</source>
   <translation>Tiefe</translation>
  </message>
  <message>
   <source>Depth of the letters</source>
   <translation>Tiefe der Buchstaben</translation>
  </message>
  <message>
   <source>Depth of the pedestal</source>
   <translation>Tiefe des Sockels</translation>
  </message>
  <message>
   <source>Designs keepsakes on this computer: no network, no key, no cost.</source>
   <translation>Entwirft Andenken auf diesem Computer: kein Netz, kein Schlüssel, keine Kosten.</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Details</translation>
  </message>
  <message>
   <source>Detail the nozzle cannot draw</source>
   <translation>Was die Düse nicht zeichnen kann</translation>
  </message>
  <message>
   <source>Detailed meshes of one or several pictures, with live progress. A paid plan is needed.</source>
   <translation>Feine Netze aus einem oder mehreren Bildern, mit laufendem Fortschritt. Ein bezahlter Tarif ist nötig.</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Diameter</source>
   <translation>Durchmesser</translation>
  </message>
  <message>
   <source>Diameter of a round magnet 2 mm thick.</source>
   <translation>Durchmesser eines runden, 2 mm dicken Magneten.</translation>
  </message>
  <message>
   <source>Did you mean {names}?</source>
   <translation>Meintest du {names}?</translation>
  </message>
  <message>
   <source>Digits</source>
   <translation>Ziffern</translation>
  </message>
  <message>
   <source>Dinner is served</source>
   <translation>Es ist angerichtet</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Door sign</source>
   <translation>Türschild</translation>
  </message>
  <message>
   <source>Double line</source>
   <translation>Doppelte Linie</translation>
  </message>
  <message>
   <source>Doubled faces left out: {count}.</source>
   <translation>Doppelte Flächen weggelassen: {count}.</translation>
  </message>
  <message>
   <source>Down deep</source>
   <translation>Tief unten</translation>
  </message>
  <message>
   <source>Download {size} from {host}</source>
   <translation>{size} von {host} laden</translation>
  </message>
  <message>
   <source>Downloading</source>
   <translation>Wird heruntergeladen</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Drafts</source>
   <translation>Entwürfe</translation>
  </message>
  <message>
   <source>Drag a ring to turn the model; Shift turns it by single degrees.</source>
   <translation>Zieh an einem Ring, um das Modell zu drehen; mit der Umschalttaste in einzelnen Grad.</translation>
  </message>
  <message>
   <source>Drag the rings round the model.</source>
   <translation>An den Ringen um das Modell ziehen.</translation>
  </message>
  <message>
   <source>Drain</source>
   <translation>Ablauf</translation>
  </message>
  <message>
   <source>Drains</source>
   <translation>Abläufe</translation>
  </message>
  <message>
   <source>Draw a box</source>
   <translation>Rahmen ziehen</translation>
  </message>
  <message>
   <source>Draw a box about it, or brush over it.</source>
   <translation>Zieh einen Rahmen darum oder male darüber.</translation>
  </message>
  <message>
   <source>Draw a box about the subject, or brush what to keep and what to remove.</source>
   <translation>Zieh einen Rahmen um das Motiv oder male an, was bleiben und was verschwinden soll.</translation>
  </message>
  <message>
   <source>Draw now</source>
   <translation>Jetzt zeichnen</translation>
  </message>
  <message>
   <source>Draw the rest</source>
   <translation>Rest zeichnen</translation>
  </message>
  <message>
   <source>Draw them</source>
   <translation>Zeichnen</translation>
  </message>
  <message>
   <source>Drawing it from every side</source>
   <translation>Wird von allen Seiten gezeichnet</translation>
  </message>
  <message>
   <source>Drawing perimeters</source>
   <translation>Perimeter werden gezeichnet</translation>
  </message>
  <message>
   <source>Drawing the outline</source>
   <translation>Der Umriss wird gezeichnet</translation>
  </message>
  <message>
   <source>Drawing the shield</source>
   <translation>Schild wird gezeichnet</translation>
  </message>
  <message>
   <source>Drawing the toolpaths</source>
   <translation>Druckwege werden gezeichnet</translation>
  </message>
  <message>
   <source>Drawing what is cut out</source>
   <translation>Der Ausschnitt wird gezeichnet</translation>
  </message>
  <message>
   <source>Drawn by</source>
   <translation>Gezeichnet von</translation>
  </message>
  <message>
   <source>Drawn by {service}</source>
   <translation>Gezeichnet von {service}</translation>
  </message>
  <message>
   <source>Drilling the drains</source>
   <translation>Abläufe werden gebohrt</translation>
  </message>
  <message>
   <source>Drop photos or a folder here</source>
   <translation>Fotos oder Ordner hier ablegen</translation>
  </message>
  <message>
   <source>Drop the folder that holds just the photos.</source>
   <translation>Zieh nur den Ordner herein, in dem die Fotos liegen.</translation>
  </message>
  <message>
   <source>Drop the others once these are done.</source>
   <translation>Zieh die anderen herein, sobald diese fertig sind.</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Each keepsake with its picture, its model and its G-code, to be printed again at any time.</source>
   <translation>Jedes Andenken mit Bild, Modell und G-Code, um es jederzeit noch einmal zu drucken.</translation>
  </message>
  <message>
   <source>Each module is {size} mm wide.</source>
   <translation>Jedes Modul ist {size} mm breit.</translation>
  </message>
  <message>
   <source>Each order is charged by itself, if the service charges anything.</source>
   <translation>Jeder Auftrag wird für sich berechnet, falls der Dienst etwas berechnet.</translation>
  </message>
  <message>
   <source>Early bird</source>
   <translation>Früher Vogel</translation>
  </message>
  <message>
   <source>Edge</source>
   <translation>Rand</translation>
  </message>
  <message>
   <source>Edges are soft, and the relief will be soft, too: choose a sharper photo of the moment.</source>
   <translation>Die Kanten sind weich, das Relief wird es auch: Wähle ein schärferes Foto des Moments.</translation>
  </message>
  <message>
   <source>Edges in which more than two faces meet: {count}.</source>
   <translation>Kanten, an denen mehr als zwei Flächen liegen: {count}.</translation>
  </message>
  <message>
   <source>Edges of the triangles</source>
   <translation>Kanten der Dreiecke</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Edit photo</source>
   <translation>Foto bearbeiten</translation>
  </message>
  <message>
   <source>Edit photo…</source>
   <translation>Bearbeiten …</translation>
  </message>
  <message>
   <source>Edit the word</source>
   <translation>Wort bearbeiten</translation>
  </message>
  <message>
   <source>Eight ideas will stand here</source>
   <translation>Hier werden acht Ideen stehen</translation>
  </message>
  <message>
   <source>Eighty-eight keys</source>
   <translation>Achtundachtzig Tasten</translation>
  </message>
  <message>
   <source>Elephant foot</source>
   <translation>Elefantenfuß</translation>
  </message>
  <message>
   <source>Emblem: one calm form</source>
   <translation>Emblem: eine ruhige Form</translation>
  </message>
  <message>
   <source>Empty: as the system has it. A password is kept in the keyring, not in a file.</source>
   <translation>Leer: wie es im System eingestellt ist. Ein Passwort kommt in den Schlüsselbund, nicht in eine Datei.</translation>
  </message>
  <message>
   <source>Empty: the first one it has with “hunyuan3d” in its name.</source>
   <translation>Leer: das erste mit „hunyuan3d“ im Namen.</translation>
  </message>
  <message>
   <source>Empty: the first one it has.</source>
   <translation>Leer: das erste, das es hat.</translation>
  </message>
  <message>
   <source>Empty: the one that is loaded.</source>
   <translation>Leer: das geladene.</translation>
  </message>
  <message>
   <source>Empty: the server's own choice.</source>
   <translation>Leer: nach Wahl des Servers.</translation>
  </message>
  <message>
   <source>Empty: worked out by itself.</source>
   <translation>Leer: wird selbst ermittelt.</translation>
  </message>
  <message>
   <source>Endpoint</source>
   <translation>Endpunkt</translation>
  </message>
  <message>
   <source>Engraved</source>
   <translation>Vertieft</translation>
  </message>
  <message>
   <source>Enter chooses another symbol, F2 edits the word, Delete removes it.</source>
   <translation>Die Eingabetaste wählt ein anderes Symbol, F2 bearbeitet das Wort, Entf entfernt es.</translation>
  </message>
  <message>
   <source>Enter edits a photo, Delete takes it away.</source>
   <translation>Die Eingabetaste bearbeitet ein Foto, Entf nimmt es weg.</translation>
  </message>
  <message>
   <source>Enter it anew in the settings and press Test.</source>
   <translation>Gib ihn in den Einstellungen neu ein und drücke „Testen“.</translation>
  </message>
  <message>
   <source>Enter opens in the Studio, S stars, M makes more like it, R retries, Delete removes.</source>
   <translation>Eingabe öffnet im Studio, S gibt einen Stern, M macht mehr davon, R versucht es nochmal, Entf entfernt.</translation>
  </message>
  <message>
   <source>Enter or a comma adds a word, Backspace removes the last one.</source>
   <translation>Eingabe oder Komma fügt ein Wort hinzu, die Rücktaste entfernt das letzte.</translation>
  </message>
  <message>
   <source>Enter what follows --api-auth where the server is started.</source>
   <translation>Gib ein, was beim Start des Servers hinter --api-auth steht.</translation>
  </message>
  <message>
   <source>Every idea for this story is on the page</source>
   <translation>Alle Ideen zu dieser Geschichte stehen auf der Seite</translation>
  </message>
  <message>
   <source>Everything around the subject becomes white.</source>
   <translation>Alles um das Motiv herum wird weiß.</translation>
  </message>
  <message>
   <source>Everything in its place</source>
   <translation>Alles an seinem Platz</translation>
  </message>
  <message>
   <source>Everything is at least {width} mm wide</source>
   <translation>Alles ist mindestens {width} mm breit</translation>
  </message>
  <message>
   <source>Everything you make is kept here</source>
   <translation>Alles, was du machst, wird hier aufbewahrt</translation>
  </message>
  <message>
   <source>Exchange left and right.</source>
   <translation>Links und rechts vertauschen.</translation>
  </message>
  <message>
   <source>Explore more</source>
   <translation>Mehr entdecken</translation>
  </message>
  <message>
   <source>Export it again as a mesh; points and lines alone cannot be printed.</source>
   <translation>Exportiere es noch einmal als Netz; nur Punkte und Linien lassen sich nicht drucken.</translation>
  </message>
  <message>
   <source>Export it as GLB: all in one file.</source>
   <translation>Exportiere es als GLB: alles in einer Datei.</translation>
  </message>
  <message>
   <source>Export it as one closed mesh, then open it again.</source>
   <translation>Exportiere es als ein geschlossenes Netz und öffne es dann noch einmal.</translation>
  </message>
  <message>
   <source>Export it without mesh compression, or as STL.</source>
   <translation>Exportiere es ohne Netzkompression oder als STL.</translation>
  </message>
  <message>
   <source>Export plain .gcode instead.</source>
   <translation>Exportiere stattdessen einfaches .gcode.</translation>
  </message>
  <message>
   <source>Export the model again, then open the new file.</source>
   <translation>Exportiere das Modell noch einmal und öffne dann die neue Datei.</translation>
  </message>
  <message>
   <source>Exposure</source>
   <translation>Belichtung</translation>
  </message>
  <message>
   <source>Extras</source>
   <translation>Extras</translation>
  </message>
  <message>
   <source>Face down</source>
   <translation>Hinlegen</translation>
  </message>
  <message>
   <source>Faces that show their inside: {count}.</source>
   <translation>Flächen, die ihre Innenseite zeigen: {count}.</translation>
  </message>
  <message>
   <source>Faces turned the right way: {count}.</source>
   <translation>Flächen richtig herum gedreht: {count}.</translation>
  </message>
  <message>
   <source>Faces without a place left out: {count}.</source>
   <translation>Flächen ohne Ort weggelassen: {count}.</translation>
  </message>
  <message>
   <source>Faces without an area left out: {count}.</source>
   <translation>Flächen ohne Ausdehnung weggelassen: {count}.</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Misslungen</translation>
  </message>
  <message>
   <source>Fair winds</source>
   <translation>Immer guten Wind</translation>
  </message>
  <message>
   <source>Fast</source>
   <translation>Schnell</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Figur</translation>
  </message>
  <message>
   <source>Fill bed</source>
   <translation>Bett füllen</translation>
  </message>
  <message>
   <source>Fill the hollow or open it: supports in there stay for ever.</source>
   <translation>Fülle den Hohlraum oder öffne ihn: Stützen darin bleiben für immer.</translation>
  </message>
  <message>
   <source>Filling layers</source>
   <translation>Schichten werden gefüllt</translation>
  </message>
  <message>
   <source>Film night</source>
   <translation>Filmabend</translation>
  </message>
  <message>
   <source>Filters look at single words, not at what is meant. Leave out bodies, weapons and names of people or brands, and name the thing itself: “foundation” for “bottom”, “column” for “shaft”.</source>
   <translation>Filter sehen einzelne Wörter, nicht das Gemeinte. Lass Körper, Waffen und Namen von Menschen oder Marken weg und nenne die Sache selbst: „foundation“ statt „bottom“, „column“ statt „shaft“.</translation>
  </message>
  <message>
   <source>Finders keepers</source>
   <translation>Wer sucht, der findet</translation>
  </message>
  <message>
   <source>Finding solid layers</source>
   <translation>Massive Schichten werden gesucht</translation>
  </message>
  <message>
   <source>Finding the subject</source>
   <translation>Motiv wird gesucht</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Fein</translation>
  </message>
  <message>
   <source>Fine gaps in the symbol will close up. Make it larger, or choose a simpler one.</source>
   <translation>Feine Lücken im Symbol werden sich schließen. Machen Sie es größer oder wählen Sie ein einfacheres.</translation>
  </message>
  <message>
   <source>First line</source>
   <translation>Erste Zeile</translation>
  </message>
  <message>
   <source>First tracks</source>
   <translation>Die erste Spur</translation>
  </message>
  <message>
   <source>First violin</source>
   <translation>Die erste Geige</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Fits the printer</source>
   <translation>Passt in den Drucker</translation>
  </message>
  <message>
   <source>Five more minutes</source>
   <translation>Noch fünf Minuten</translation>
  </message>
  <message>
   <source>Fix all</source>
   <translation>Alles beheben</translation>
  </message>
  <message>
   <source>Fix: flatten the base</source>
   <translation>Beheben: unten abflachen</translation>
  </message>
  <message>
   <source>Fix: give it a pedestal</source>
   <translation>Beheben: auf einen Sockel stellen</translation>
  </message>
  <message>
   <source>Fix: lay it down</source>
   <translation>Beheben: hinlegen</translation>
  </message>
  <message>
   <source>Fix: make it larger</source>
   <translation>Beheben: vergrößern</translation>
  </message>
  <message>
   <source>Fix: make it smaller</source>
   <translation>Beheben: verkleinern</translation>
  </message>
  <message>
   <source>Fix: make it thicker</source>
   <translation>Beheben: dicker machen</translation>
  </message>
  <message>
   <source>Fix: repair it</source>
   <translation>Beheben: reparieren</translation>
  </message>
  <message>
   <source>Fix: turn it on the bed</source>
   <translation>Beheben: auf dem Druckbett drehen</translation>
  </message>
  <message>
   <source>Flat</source>
   <translation>Flach</translation>
  </message>
  <message>
   <source>Flat light</source>
   <translation>Flaches Licht</translation>
  </message>
  <message>
   <source>Flat side</source>
   <translation>Flach</translation>
  </message>
  <message>
   <source>Flower</source>
   <translation>Blüte</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Folder of models</source>
   <translation>Ordner der Modelle</translation>
  </message>
  <message>
   <source>Follows day and night</source>
   <translation>Folgt Tag und Nacht</translation>
  </message>
  <message>
   <source>For a gateway at home or in a company. ComfyUI, Ollama and others of your own need no leave.</source>
   <translation>Für ein Gateway zu Hause oder in einer Firma. ComfyUI, Ollama und andere eigene Server brauchen das nicht.</translation>
  </message>
  <message>
   <source>For example: --set perimeters=3</source>
   <translation>Zum Beispiel: --set perimeters=3</translation>
  </message>
  <message>
   <source>For the tree</source>
   <translation>Für den Baum</translation>
  </message>
  <message>
   <source>Forever and always</source>
   <translation>Für immer und ewig</translation>
  </message>
  <message>
   <source>Forget this key</source>
   <translation>Diesen Schlüssel vergessen</translation>
  </message>
  <message>
   <source>Found in your story</source>
   <translation>In deiner Geschichte gefunden</translation>
  </message>
  <message>
   <source>Fourth symbol</source>
   <translation>Viertes Symbol</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>Rahmen</translation>
  </message>
  <message>
   <source>Framed lithophane</source>
   <translation>Gerahmte Lithophanie</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Frei</translation>
  </message>
  <message>
   <source>Free at last</source>
   <translation>Endlich frei</translation>
  </message>
  <message>
   <source>Free at least {room} on this disk.</source>
   <translation>Schaffe auf diesem Laufwerk mindestens {room} Platz.</translation>
  </message>
  <message>
   <source>Free disk space</source>
   <translation>Freier Speicherplatz</translation>
  </message>
  <message>
   <source>Free software under the GNU General Public License, version 3 or later. You may use it, study it, change it and pass it on. It comes without any warranty.</source>
   <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Du darfst sie benutzen, untersuchen, verändern und weitergeben. Sie kommt ohne jede Gewährleistung.</translation>
  </message>
  <message>
   <source>Free some space and try again.</source>
   <translation>Schaffe etwas Platz und versuche es noch einmal.</translation>
  </message>
  <message>
   <source>Free, as often as you like.</source>
   <translation>Kostenlos, so oft du willst.</translation>
  </message>
  <message>
   <source>Free, on a computer of your own: every step is shown, and your own workflow can be used.</source>
   <translation>Kostenlos, auf einem eigenen Computer: Jeder Schritt ist zu sehen, und ein eigener Workflow geht auch.</translation>
  </message>
  <message>
   <source>Freedom from the photo</source>
   <translation>Freiheit gegenüber dem Foto</translation>
  </message>
  <message>
   <source>Fresh from the oven</source>
   <translation>Frisch aus dem Ofen</translation>
  </message>
  <message>
   <source>Freshly minted</source>
   <translation>Frisch geprägt</translation>
  </message>
  <message>
   <source>From behind</source>
   <translation>Von hinten</translation>
  </message>
  <message>
   <source>From below</source>
   <translation>Von unten</translation>
  </message>
  <message>
   <source>From the heart</source>
   <translation>Von Herzen</translation>
  </message>
  <message>
   <source>From the left</source>
   <translation>Von links</translation>
  </message>
  <message>
   <source>From the lowest to the highest place.</source>
   <translation>Von der tiefsten zur höchsten Stelle.</translation>
  </message>
  <message>
   <source>From the story</source>
   <translation>Aus der Geschichte</translation>
  </message>
  <message>
   <source>From {least} mm on the nozzle can draw it; or shorten its text.</source>
   <translation>Ab {least} mm kann die Düse ihn zeichnen; oder kürzen Sie seinen Text.</translation>
  </message>
  <message>
   <source>Front</source>
   <translation>Vorne</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Full speed</source>
   <translation>Volles Tempo</translation>
  </message>
  <message>
   <source>Further certificates</source>
   <translation>Weitere Zertifikate</translation>
  </message>
  <message>
   <source>G-code ({kinds})</source>
   <translation>G-Code ({kinds})</translation>
  </message>
  <message>
   <source>Game, set, match</source>
   <translation>Spiel, Satz und Sieg</translation>
  </message>
  <message>
   <source>Gap fill</source>
   <translation>Lückenfüllung</translation>
  </message>
  <message>
   <source>Gaps stay open</source>
   <translation>Spalte bleiben offen</translation>
  </message>
  <message>
   <source>General</source>
   <translation>Allgemein</translation>
  </message>
  <message>
   <source>Generic 220 × 220</source>
   <translation>Allgemein 220 × 220</translation>
  </message>
  <message>
   <source>Generic 300 × 300</source>
   <translation>Allgemein 300 × 300</translation>
  </message>
  <message>
   <source>Get it with: {command}</source>
   <translation>Hol es mit: {command}</translation>
  </message>
  <message>
   <source>Getting ready</source>
   <translation>Gleich geht es los</translation>
  </message>
  <message>
   <source>Give --name, --passion, --story or --photo.</source>
   <translation>Gib --name, --passion, --story oder --photo an.</translation>
  </message>
  <message>
   <source>Give --size to “memoreez make”.</source>
   <translation>Gib --size bei „memoreez make“ an.</translation>
  </message>
  <message>
   <source>Give --text fewer times.</source>
   <translation>Gib --text seltener an.</translation>
  </message>
  <message>
   <source>Give --turn or --orient, not both.</source>
   <translation>Entweder --turn oder --orient angeben.</translation>
  </message>
  <message>
   <source>Give a file that “memoreez shape --json” has written.</source>
   <translation>Gib eine Datei an, die „memoreez shape --json“ geschrieben hat.</translation>
  </message>
  <message>
   <source>Give a photo.</source>
   <translation>Gib ein Foto an.</translation>
  </message>
  <message>
   <source>Give a picture, or an order with --resume.</source>
   <translation>Gib ein Bild an, oder einen Auftrag mit --resume.</translation>
  </message>
  <message>
   <source>Give fewer.</source>
   <translation>Gib weniger an.</translation>
  </message>
  <message>
   <source>Give it a thickness in the program it comes from, then open it again.</source>
   <translation>Gib ihm im Ursprungsprogramm eine Dicke und öffne es dann noch einmal.</translation>
  </message>
  <message>
   <source>Give one with --photo.</source>
   <translation>Gib eines mit --photo an.</translation>
  </message>
  <message>
   <source>Give yourself permission to read it, or choose another one.</source>
   <translation>Gib dir das Leserecht oder wähle einen anderen.</translation>
  </message>
  <message>
   <source>Give yourself permission to read it, or choose another photo.</source>
   <translation>Gib dir das Leserecht oder wähle ein anderes Foto.</translation>
  </message>
  <message>
   <source>Giving the sheet a thickness</source>
   <translation>Die Fläche bekommt eine Dicke</translation>
  </message>
  <message>
   <source>Go back to “{name}”</source>
   <translation>Zu „{name}“ zurückkehren</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Go on: {here} of {all} are here, from {host}</source>
   <translation>Weiterladen: {here} von {all} sind da, von {host}</translation>
  </message>
  <message>
   <source>Go to the photos</source>
   <translation>Zu den Fotos</translation>
  </message>
  <message>
   <source>Goes to your own server only: {what}</source>
   <translation>Geht nur an deinen eigenen Server: {what}</translation>
  </message>
  <message>
   <source>Gone fishing</source>
   <translation>Bin angeln</translation>
  </message>
  <message>
   <source>Good cut-out</source>
   <translation>Gut freigestellt</translation>
  </message>
  <message>
   <source>Good enough to eat</source>
   <translation>Zum Anbeißen</translation>
  </message>
  <message>
   <source>Good for relief</source>
   <translation>Gut fürs Relief</translation>
  </message>
  <message>
   <source>Good luck</source>
   <translation>Viel Glück</translation>
  </message>
  <message>
   <source>Google Gemini</source>
   <translation>Google Gemini</translation>
  </message>
  <message>
   <source>Graduation</source>
   <translation>Abschluss</translation>
  </message>
  <message>
   <source>Grandpa Karl</source>
   <translation>Opa Karl</translation>
  </message>
  <message>
   <source>Grandpa Karl turns 70. He loves fishing and coffee, and hates Mondays.</source>
   <translation>Opa Karl wird 70. Er liebt Angeln und Kaffee und hasst Montage.</translation>
  </message>
  <message>
   <source>Green thumb</source>
   <translation>Grüner Daumen</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>Gitter</translation>
  </message>
  <message>
   <source>Grooves narrower than {width:.1f} mm close while printing.</source>
   <translation>Rillen, die schmaler als {width:.1f} mm sind, schließen sich beim Drucken.</translation>
  </message>
  <message>
   <source>Ground</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Growing the tree</source>
   <translation>Baum wächst</translation>
  </message>
  <message>
   <source>Gyroid</source>
   <translation>Gyroid</translation>
  </message>
  <message>
   <source>Hanging</source>
   <translation>Aufhängung</translation>
  </message>
  <message>
   <source>Hates Mondays</source>
   <translation>Hasst Montage</translation>
  </message>
  <message>
   <source>Have new concepts drawn instead.</source>
   <translation>Lass stattdessen neue Ideen zeichnen.</translation>
  </message>
  <message>
   <source>Heart</source>
   <translation>Herz</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>Höhe</translation>
  </message>
  <message>
   <source>Height of the capitals</source>
   <translation>Höhe der Großbuchstaben</translation>
  </message>
  <message>
   <source>Height of the cutter.</source>
   <translation>Höhe des Ausstechers.</translation>
  </message>
  <message>
   <source>Height of the pedestal</source>
   <translation>Höhe des Sockels</translation>
  </message>
  <message>
   <source>Height of the portrait.</source>
   <translation>Höhe des Porträts.</translation>
  </message>
  <message>
   <source>Height of the subject.</source>
   <translation>Höhe des Motivs.</translation>
  </message>
  <message>
   <source>Heroic: a monument</source>
   <translation>Heldenhaft: ein Denkmal</translation>
  </message>
  <message>
   <source>Hexagon</source>
   <translation>Sechseck</translation>
  </message>
  <message>
   <source>Hide what is typed</source>
   <translation>Eingabe verbergen</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>Hold still</source>
   <translation>Bitte stillhalten</translation>
  </message>
  <message>
   <source>Hole</source>
   <translation>Loch</translation>
  </message>
  <message>
   <source>Hole in one</source>
   <translation>Hole-in-one</translation>
  </message>
  <message>
   <source>Holes</source>
   <translation>Löcher</translation>
  </message>
  <message>
   <source>Holes closed: {count}.</source>
   <translation>Löcher geschlossen: {count}.</translation>
  </message>
  <message>
   <source>Hollow</source>
   <translation>Hohl</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>Home again</source>
   <translation>Wieder zu Hause</translation>
  </message>
  <message>
   <source>Home sweet home</source>
   <translation>Trautes Heim</translation>
  </message>
  <message>
   <source>How deep the model is cut open</source>
   <translation>Wie tief das Modell aufgeschnitten ist</translation>
  </message>
  <message>
   <source>How far it swells to the front.</source>
   <translation>Wie weit sie sich nach vorn wölbt.</translation>
  </message>
  <message>
   <source>How far round the pedestal</source>
   <translation>Wie weit um den Sockel</translation>
  </message>
  <message>
   <source>How fine the mesh is to be</source>
   <translation>Wie fein das Netz werden soll</translation>
  </message>
  <message>
   <source>How it lies on the bed</source>
   <translation>Wie es auf dem Bett liegt</translation>
  </message>
  <message>
   <source>How much narrower the first layer is drawn, because it is pressed wider.</source>
   <translation>Um so viel schmaler wird die erste Schicht gezogen, weil sie breiter gedrückt wird.</translation>
  </message>
  <message>
   <source>How tall shall it be?</source>
   <translation>Wie hoch soll es werden?</translation>
  </message>
  <message>
   <source>How the letters will print</source>
   <translation>Wie die Buchstaben gedruckt werden</translation>
  </message>
  <message>
   <source>Hung by this ring it turns over: it is held below its centre of mass.</source>
   <translation>An dieser Öse kippt es um: Sie hält es unter seinem Schwerpunkt.</translation>
  </message>
  <message>
   <source>Hunyuan3D server</source>
   <translation>Hunyuan3D-Server</translation>
  </message>
  <message>
   <source>Hybrid: two in one</source>
   <translation>Hybrid: zwei in einem</translation>
  </message>
  <message>
   <source>Icons, letters and pictures</source>
   <translation>Symbole, Schriften und Bilder</translation>
  </message>
  <message>
   <source>Ideas and wording</source>
   <translation>Ideen und Texte</translation>
  </message>
  <message>
   <source>In Braille this is {wanted} signs long, and there is room for {room}.</source>
   <translation>In Brailleschrift ist das {wanted} Zeichen lang, und Platz ist für {room}.</translation>
  </message>
  <message>
   <source>In ComfyUI choose “Export (API)”, not “Save”.</source>
   <translation>Wähle in ComfyUI „Export (API)“, nicht „Save“.</translation>
  </message>
  <message>
   <source>In a company network, choose its certificate file in the settings.</source>
   <translation>Wähle in einem Firmennetz dessen Zertifikatsdatei in den Einstellungen.</translation>
  </message>
  <message>
   <source>In corners</source>
   <translation>In Ecken</translation>
  </message>
  <message>
   <source>In full colour</source>
   <translation>In allen Farben</translation>
  </message>
  <message>
   <source>In good hands</source>
   <translation>In guten Händen</translation>
  </message>
  <message>
   <source>In one line</source>
   <translation>In einer Linie</translation>
  </message>
  <message>
   <source>In pieces</source>
   <translation>In Teilen</translation>
  </message>
  <message>
   <source>In the corners</source>
   <translation>In den Ecken</translation>
  </message>
  <message>
   <source>In the saddle</source>
   <translation>Fest im Sattel</translation>
  </message>
  <message>
   <source>In tune</source>
   <translation>Gut gestimmt</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>In your own words</source>
   <translation>In deinen eigenen Worten</translation>
  </message>
  <message>
   <source>Inches: {size} mm</source>
   <translation>Zoll: {size} mm</translation>
  </message>
  <message>
   <source>Infill</source>
   <translation>Füllung</translation>
  </message>
  <message>
   <source>Infill in percent</source>
   <translation>Füllung in Prozent</translation>
  </message>
  <message>
   <source>Inner calm</source>
   <translation>Innere Ruhe</translation>
  </message>
  <message>
   <source>Inner diameter; a tea light needs 40 mm.</source>
   <translation>Innendurchmesser; ein Teelicht braucht 40 mm.</translation>
  </message>
  <message>
   <source>Inner skins left out, so that it is solid: {count}. Undo this if it was meant hollow.</source>
   <translation>Weggelassene Innenhäute, damit es massiv ist: {count}. Mach das rückgängig, wenn es hohl gemeint war.</translation>
  </message>
  <message>
   <source>Inner wall</source>
   <translation>Innenwand</translation>
  </message>
  <message>
   <source>Inside</source>
   <translation>Innen</translation>
  </message>
  <message>
   <source>Inside a closed hollow something begins in the air.</source>
   <translation>In einem geschlossenen Hohlraum beginnt etwas in der Luft.</translation>
  </message>
  <message>
   <source>Install Python 3.11 to 3.14.</source>
   <translation>Installiere Python 3.11 bis 3.14.</translation>
  </message>
  <message>
   <source>Install it with: {command}</source>
   <translation>Installiere es mit: {command}</translation>
  </message>
  <message>
   <source>Install the graphics driver (Mesa on Linux); until then pictures stand for the 3D view.</source>
   <translation>Installiere den Grafiktreiber (Mesa unter Linux); bis dahin ersetzen Bilder die 3D-Ansicht.</translation>
  </message>
  <message>
   <source>Install the newer version to open it.</source>
   <translation>Installiere die neuere Version, um ihn zu öffnen.</translation>
  </message>
  <message>
   <source>Install the newer version, or choose another data folder in the settings.</source>
   <translation>Installiere die neuere Version oder wähle in den Einstellungen einen anderen Datenordner.</translation>
  </message>
  <message>
   <source>Install the program again.</source>
   <translation>Installiere das Programm neu.</translation>
  </message>
  <message>
   <source>Install the program again: {package}.</source>
   <translation>Installiere das Programm neu: {package}.</translation>
  </message>
  <message>
   <source>Install the program again; its data is missing.</source>
   <translation>Installiere das Programm neu; seine Daten fehlen.</translation>
  </message>
  <message>
   <source>It answers</source>
   <translation>Er antwortet</translation>
  </message>
  <message>
   <source>It answers and has {count} models.</source>
   <translation>Er antwortet und hat {count} Modelle.</translation>
  </message>
  <message>
   <source>It answers, and the model is there.</source>
   <translation>Er antwortet, und das Modell ist da.</translation>
  </message>
  <message>
   <source>It answers, but does not list the model “{model}”.</source>
   <translation>Er antwortet, nennt das Modell „{model}“ aber nicht.</translation>
  </message>
  <message>
   <source>It answers, but does not list the model “{model}”. It has: {names}</source>
   <translation>Er antwortet, nennt das Modell „{model}“ aber nicht. Er hat: {names}</translation>
  </message>
  <message>
   <source>It answers, but has no model yet.</source>
   <translation>Er antwortet, hat aber noch kein Modell.</translation>
  </message>
  <message>
   <source>It answers, but has no “{model}” yet: ollama pull {model}</source>
   <translation>Er antwortet, hat aber „{model}“ noch nicht: ollama pull {model}</translation>
  </message>
  <message>
   <source>It answers, but it has no graphics card that it can use.</source>
   <translation>Sie antwortet, hat aber keine Grafikkarte, die sie nutzen kann.</translation>
  </message>
  <message>
   <source>It answers.</source>
   <translation>Er antwortet.</translation>
  </message>
  <message>
   <source>It becomes a relief with everything in it. Ask for a pure white background to get a figure.</source>
   <translation>Daraus wird ein Relief mit allem, was darauf ist. Bitte um einen rein weißen Hintergrund, damit es eine Figur wird.</translation>
  </message>
  <message>
   <source>It begins with https:// or http://.</source>
   <translation>Sie beginnt mit https:// oder http://.</translation>
  </message>
  <message>
   <source>It cannot be turned in two ways.</source>
   <translation>Auf zwei Arten lässt es sich nicht drehen.</translation>
  </message>
  <message>
   <source>It cannot lie any better than it does.</source>
   <translation>Besser als so kann es nicht liegen.</translation>
  </message>
  <message>
   <source>It does not print like this: {worst}</source>
   <translation>So wird es nicht gedruckt: {worst}</translation>
  </message>
  <message>
   <source>It fits on the bed in one piece.</source>
   <translation>Es passt in einem Stück auf das Druckbett.</translation>
  </message>
  <message>
   <source>It fits the small parts cylinder (16 CFR 1501): no gift for children below 3 years.</source>
   <translation>Es passt in den Kleinteilezylinder (16 CFR 1501): kein Geschenk für Kinder unter 3 Jahren.</translation>
  </message>
  <message>
   <source>It hangs straight.</source>
   <translation>Es hängt gerade.</translation>
  </message>
  <message>
   <source>It hangs {lean:.0f}° from straight.</source>
   <translation>Es hängt um {lean:.0f}° schief.</translation>
  </message>
  <message>
   <source>It has been started again; please try once more.</source>
   <translation>Er wurde neu gestartet; bitte versuche es noch einmal.</translation>
  </message>
  <message>
   <source>It has no size of its own</source>
   <translation>Es hat keine eigene Größe</translation>
  </message>
  <message>
   <source>It is closed, stands flat and fits on the bed.</source>
   <translation>Es ist geschlossen, steht flach und passt aufs Druckbett.</translation>
  </message>
  <message>
   <source>It is in your own network and free.</source>
   <translation>Er steht in deinem eigenen Netz und ist kostenlos.</translation>
  </message>
  <message>
   <source>It is made of {count} pieces.</source>
   <translation>Es besteht aus {count} Teilen.</translation>
  </message>
  <message>
   <source>It is not clear what on this photo is to be cut out.</source>
   <translation>Es ist nicht klar, was auf diesem Foto ausgeschnitten werden soll.</translation>
  </message>
  <message>
   <source>It is not clear what on this picture is to become a sculpture.</source>
   <translation>Es ist nicht klar, was auf diesem Bild eine Skulptur werden soll.</translation>
  </message>
  <message>
   <source>It is not closed, so nothing was done to its foot.</source>
   <translation>Es ist nicht geschlossen, darum blieb der Fuß, wie er ist.</translation>
  </message>
  <message>
   <source>It is not ordered a second time by itself. Start a new one where you want another.</source>
   <translation>Es wird nicht von selbst ein zweites Mal bestellt. Beginne ein neues, wenn du noch eines möchtest.</translation>
  </message>
  <message>
   <source>It is nowhere thick enough for walls of {wall:.1f} mm.</source>
   <translation>Es ist nirgends dick genug für Wände von {wall:.1f} mm.</translation>
  </message>
  <message>
   <source>It is only {size:.2g} mm long.</source>
   <translation>Es ist nur {size:.2g} mm lang.</translation>
  </message>
  <message>
   <source>It is tall for its foot.</source>
   <translation>Es ist hoch für seinen Fuß.</translation>
  </message>
  <message>
   <source>It is top-heavy: its weight sits {height:.0f} mm up.</source>
   <translation>Es ist kopflastig: Sein Gewicht sitzt {height:.0f} mm hoch.</translation>
  </message>
  <message>
   <source>It is {height:.0f} mm tall; the {printer} prints up to {limit:.0f} mm.</source>
   <translation>Es ist {height:.0f} mm hoch; der {printer} druckt bis {limit:.0f} mm.</translation>
  </message>
  <message>
   <source>It leans at most {angle:.0f}°; a plinth makes it stand safely.</source>
   <translation>Es kippt ab {angle:.0f}°; mit einem Sockel steht es sicher.</translation>
  </message>
  <message>
   <source>It lies over something else on this wall. Choose another place for one of them.</source>
   <translation>Es liegt über etwas anderem auf dieser Wand. Wählen Sie für eines davon eine andere Stelle.</translation>
  </message>
  <message>
   <source>It looks like http://proxy.example:3128.</source>
   <translation>Sie sieht so aus: http://proxy.example:3128.</translation>
  </message>
  <message>
   <source>It may be charged. What comes can be fetched from the list of sculptures.</source>
   <translation>Er wird vielleicht berechnet. Was kommt, lässt sich aus der Liste der Skulpturen holen.</translation>
  </message>
  <message>
   <source>It may have been charged. It was not ordered again; look at the service's own page.</source>
   <translation>Es kann berechnet worden sein. Es wurde nicht noch einmal bestellt; sieh auf der Seite des Dienstes nach.</translation>
  </message>
  <message>
   <source>It may have been charged. It was not sent again; look at the service's own page.</source>
   <translation>Es kann berechnet worden sein. Es wurde nicht noch einmal gesendet; sieh auf der Seite des Dienstes nach.</translation>
  </message>
  <message>
   <source>It may have been charged. Look at the server's own log before trying again.</source>
   <translation>Es kann berechnet worden sein. Sieh im Protokoll des Servers nach, bevor du es noch einmal versuchst.</translation>
  </message>
  <message>
   <source>It may have been charged. Most of the time the next try succeeds.</source>
   <translation>Es kann berechnet worden sein. Meist gelingt der nächste Versuch.</translation>
  </message>
  <message>
   <source>It may have been charged. Try again, or look at the service's own page.</source>
   <translation>Es kann berechnet worden sein. Versuch es noch einmal, oder sieh auf der Seite des Dienstes nach.</translation>
  </message>
  <message>
   <source>It may have been made with another data folder.</source>
   <translation>Er wurde vielleicht mit einem anderen Datenordner gemacht.</translation>
  </message>
  <message>
   <source>It may have been moved or renamed; choose it again.</source>
   <translation>Vielleicht wurde es verschoben oder umbenannt; wähle es noch einmal.</translation>
  </message>
  <message>
   <source>It may still be charged.</source>
   <translation>Er wird vielleicht trotzdem berechnet.</translation>
  </message>
  <message>
   <source>It needs a key.</source>
   <translation>Er braucht einen Schlüssel.</translation>
  </message>
  <message>
   <source>It needs a node Save Image at its end.</source>
   <translation>An seinem Ende fehlt ein Knoten „Save Image“.</translation>
  </message>
  <message>
   <source>It needs a paid plan; what a free plan made may be used under CC BY 4.0 only.</source>
   <translation>Es braucht einen bezahlten Tarif; was ein freier Tarif erzeugt hat, darf nur unter CC BY 4.0 verwendet werden.</translation>
  </message>
  <message>
   <source>It needs an account id and a token.</source>
   <translation>Er braucht eine Konto-ID und ein Token.</translation>
  </message>
  <message>
   <source>It needs an endpoint, and a way to this computer.</source>
   <translation>Es braucht einen Endpunkt und einen Weg zu diesem Rechner.</translation>
  </message>
  <message>
   <source>It needs nothing and always works.</source>
   <translation>Das braucht nichts und geht immer.</translation>
  </message>
  <message>
   <source>It needs supports; they break away after printing.</source>
   <translation>Es braucht Stützen; sie lassen sich nach dem Druck abbrechen.</translation>
  </message>
  <message>
   <source>It needs {width:.0f} × {depth:.0f} mm; the bed of the {printer} is {x:.0f} × {y:.0f} mm.</source>
   <translation>Es braucht {width:.0f} × {depth:.0f} mm; das Druckbett des {printer} hat {x:.0f} × {y:.0f} mm.</translation>
  </message>
  <message>
   <source>It prints well.</source>
   <translation>Es druckt sich gut.</translation>
  </message>
  <message>
   <source>It prints, but look at this first: {worst}</source>
   <translation>Es druckt sich, aber schau zuerst hierauf: {worst}</translation>
  </message>
  <message>
   <source>It reaches into a place that the {printer} needs for itself.</source>
   <translation>Es reicht in eine Stelle, die der {printer} für sich selbst braucht.</translation>
  </message>
  <message>
   <source>It says {name}</source>
   <translation>Da steht {name}</translation>
  </message>
  <message>
   <source>It should be at {path}.</source>
   <translation>Sie sollte hier liegen: {path}.</translation>
  </message>
  <message>
   <source>It snaps easily: from {limit:.0f} mm on it holds. Make it larger or thicker there.</source>
   <translation>Es bricht leicht ab: Ab {limit:.0f} mm hält es. Mach es größer oder dort dicker.</translation>
  </message>
  <message>
   <source>It spans {span:.0f} mm from one hold to the other, and may sag.</source>
   <translation>Es überspannt {span:.0f} mm von einem Halt zum anderen und kann durchhängen.</translation>
  </message>
  <message>
   <source>It stands on a narrow foot, {share:.0f} % of its width.</source>
   <translation>Es steht auf einem schmalen Fuß, {share:.0f} % seiner Breite.</translation>
  </message>
  <message>
   <source>It sticks</source>
   <translation>Hält fest</translation>
  </message>
  <message>
   <source>It touches the bed only in a point.</source>
   <translation>Es berührt das Druckbett nur in einem Punkt.</translation>
  </message>
  <message>
   <source>It was stopped after it had been ordered.</source>
   <translation>Es wurde angehalten, nachdem es bestellt war.</translation>
  </message>
  <message>
   <source>It was stopped before it had begun.</source>
   <translation>Es wurde angehalten, bevor es begonnen hatte.</translation>
  </message>
  <message>
   <source>It was stopped before its turn.</source>
   <translation>Sie wurde angehalten, bevor sie dran war.</translation>
  </message>
  <message>
   <source>It was stopped in ComfyUI itself.</source>
   <translation>Es wurde in ComfyUI selbst angehalten.</translation>
  </message>
  <message>
   <source>It will be kept in {place}, not in a file.</source>
   <translation>Wird aufbewahrt in: {place}, nicht in einer Datei.</translation>
  </message>
  <message>
   <source>It would fall into more than {most} pieces.</source>
   <translation>Es würde in mehr als {most} Teile zerfallen.</translation>
  </message>
  <message>
   <source>Its file of {size} MB is not on this computer.</source>
   <translation>Seine Datei von {size} MB ist nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>Its link may have expired.</source>
   <translation>Sein Link ist vielleicht abgelaufen.</translation>
  </message>
  <message>
   <source>Its narrowest part is {width:.1f} mm wide at a height of {height:.0f} mm.</source>
   <translation>Seine schmalste Stelle ist bei {height:.0f} mm Höhe {width:.1f} mm breit.</translation>
  </message>
  <message>
   <source>Its thickness</source>
   <translation>Dicke</translation>
  </message>
  <message>
   <source>Its weight is not above its foot: it falls over.</source>
   <translation>Sein Gewicht liegt nicht über dem Fuß: Es fällt um.</translation>
  </message>
  <message>
   <source>JPEG, PNG, HEIC, or a picture from your browser</source>
   <translation>JPEG, PNG, HEIC oder ein Bild aus dem Browser</translation>
  </message>
  <message>
   <source>Joining the parts</source>
   <translation>Teile werden verbunden</translation>
  </message>
  <message>
   <source>Just because</source>
   <translation>Einfach so</translation>
  </message>
  <message>
   <source>Just for you</source>
   <translation>Nur für dich</translation>
  </message>
  <message>
   <source>KWallet</source>
   <translation>KWallet</translation>
  </message>
  <message>
   <source>Karl turns 70. He loves fishing and strong coffee, and hates Mondays.</source>
   <translation>Karl wird 70. Er liebt Angeln und starken Kaffee und hasst Montage.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Keep brush: the arrow keys move it, Space paints.</source>
   <translation>Pinsel „Behalten“: Die Pfeiltasten bewegen ihn, die Leertaste malt.</translation>
  </message>
  <message>
   <source>Keep drawing</source>
   <translation>Weiterzeichnen lassen</translation>
  </message>
  <message>
   <source>Keep how it is now, try something else, and come back whenever you like.</source>
   <translation>Halte fest, wie es jetzt ist, probiere etwas anderes und komm zurück, wann immer du möchtest.</translation>
  </message>
  <message>
   <source>Keep the changes</source>
   <translation>Änderungen behalten</translation>
  </message>
  <message>
   <source>Keep waiting</source>
   <translation>Weiter warten</translation>
  </message>
  <message>
   <source>Keeps the beat</source>
   <translation>Immer im Takt</translation>
  </message>
  <message>
   <source>Keepsakes</source>
   <translation>Andenken</translation>
  </message>
  <message>
   <source>Kept in {place}, not in a file.</source>
   <translation>Aufbewahrt in: {place}, nicht in einer Datei.</translation>
  </message>
  <message>
   <source>Kept only until Memoreez ends, never in a file.</source>
   <translation>Nur aufbewahrt, bis Memoreez endet, nie in einer Datei.</translation>
  </message>
  <message>
   <source>Kept only until Memoreez ends: {place} did not take it.</source>
   <translation>Nur aufbewahrt, bis Memoreez endet. Nicht angenommen von: {place}.</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <source>Key (it is not shown): </source>
   <translation>Schlüssel (wird nicht gezeigt): </translation>
  </message>
  <message>
   <source>Keychain</source>
   <translation>Schlüsselanhänger</translation>
  </message>
  <message>
   <source>Keyholes in the back</source>
   <translation>Schlüssellöcher auf der Rückseite</translation>
  </message>
  <message>
   <source>King of the castle</source>
   <translation>Herr im Haus</translation>
  </message>
  <message>
   <source>King of the field</source>
   <translation>König der Felder</translation>
  </message>
  <message>
   <source>Kiss the cook</source>
   <translation>Küss den Koch</translation>
  </message>
  <message>
   <source>Known are: {known}.</source>
   <translation>Bekannt sind: {known}.</translation>
  </message>
  <message>
   <source>Known values: {names}.</source>
   <translation>Bekannte Werte: {names}.</translation>
  </message>
  <message>
   <source>Known, among others: {names}.</source>
   <translation>Bekannt sind unter anderem: {names}.</translation>
  </message>
  <message>
   <source>Known: {names}.</source>
   <translation>Bekannt: {names}.</translation>
  </message>
  <message>
   <source>Landscape 4:3</source>
   <translation>Querformat 4:3</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Larger letters or bolder ones can be read: 5 mm high and bold is safe.</source>
   <translation>Größere oder fettere Buchstaben sind lesbar: 5 mm hoch und fett ist sicher.</translation>
  </message>
  <message>
   <source>Larger than life</source>
   <translation>Ganz groß</translation>
  </message>
  <message>
   <source>Largest flat face</source>
   <translation>Größte Fläche</translation>
  </message>
  <message>
   <source>Last round</source>
   <translation>Letzte Runde</translation>
  </message>
  <message>
   <source>Laughs last</source>
   <translation>Wer zuletzt lacht</translation>
  </message>
  <message>
   <source>Laurel</source>
   <translation>Lorbeer</translation>
  </message>
  <message>
   <source>Lay a face down</source>
   <translation>Fläche hinlegen</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>Layers of {height:.2f} mm do not suit a nozzle of {nozzle:.2f} mm.</source>
   <translation>Schichten von {height:.2f} mm passen nicht zu einer Düse von {nozzle:.2f} mm.</translation>
  </message>
  <message>
   <source>Layers shown</source>
   <translation>Gezeigte Schichten</translation>
  </message>
  <message>
   <source>Laying the pieces on the bed</source>
   <translation>Die Teile werden auf das Druckbett gelegt</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Anordnung</translation>
  </message>
  <message>
   <source>Lean from upright</source>
   <translation>Neigung aus der Senkrechten</translation>
  </message>
  <message>
   <source>Least support</source>
   <translation>Wenig Stützen</translation>
  </message>
  <message>
   <source>Leave --product away, or --provider.</source>
   <translation>Lass --product oder --provider weg.</translation>
  </message>
  <message>
   <source>Leave --size away.</source>
   <translation>Lass --size weg.</translation>
  </message>
  <message>
   <source>Leave --start away and start it at the printer.</source>
   <translation>Lass --start weg und starte ihn am Drucker.</translation>
  </message>
  <message>
   <source>Leave --with-photo away, or choose another service.</source>
   <translation>Lass --with-photo weg oder wähle einen anderen Dienst.</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Lassen</translation>
  </message>
  <message>
   <source>Leave it empty and each concept finds its own words. A slash / begins a second line.</source>
   <translation>Leer gelassen findet jede Idee ihre eigenen Worte. Ein Schrägstrich / beginnt eine zweite Zeile.</translation>
  </message>
  <message>
   <source>Leave it open, or put it into the underside.</source>
   <translation>Lass sie offen, oder leg sie in die Unterseite.</translation>
  </message>
  <message>
   <source>Leave one of the two away.</source>
   <translation>Lass eines von beiden weg.</translation>
  </message>
  <message>
   <source>Leave these characters out of the text, or install a font that has them.</source>
   <translation>Lass diese Zeichen weg oder installiere eine Schrift, die sie hat.</translation>
  </message>
  <message>
   <source>Leaves this computer: the picture as you see it here, and no word of your story.</source>
   <translation>Verlässt diesen Rechner: das Bild, wie du es hier siehst, und kein Wort deiner Geschichte.</translation>
  </message>
  <message>
   <source>Leaves this computer: the prompt, and your photo where the model takes one.</source>
   <translation>Verlässt diesen Computer: der Prompt, und dein Foto, wo das Modell eines nimmt.</translation>
  </message>
  <message>
   <source>Leaves this computer: the prompt.</source>
   <translation>Verlässt diesen Computer: der Prompt.</translation>
  </message>
  <message>
   <source>Leaves this computer: {what}</source>
   <translation>Diesen Rechner verlässt: {what}</translation>
  </message>
  <message>
   <source>Leaving out what the nozzle cannot draw</source>
   <translation>Was die Düse nicht zeichnen kann, wird weggelassen</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Left out what the nozzle cannot draw: {before} triangles became {after}.</source>
   <translation>Weggelassen, was die Düse nicht zeichnen kann: Aus {before} Dreiecken wurden {after}.</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Länge</translation>
  </message>
  <message>
   <source>Less motion</source>
   <translation>Weniger Bewegung</translation>
  </message>
  <message>
   <source>Less than {wall:.1f} mm is left beside the hole.</source>
   <translation>Neben dem Loch bleiben weniger als {wall:.1f} mm.</translation>
  </message>
  <message>
   <source>Let go to add</source>
   <translation>Loslassen zum Hinzufügen</translation>
  </message>
  <message>
   <source>Let there be light</source>
   <translation>Es werde Licht</translation>
  </message>
  <message>
   <source>Lettering</source>
   <translation>Schrift</translation>
  </message>
  <message>
   <source>Lettering fonts</source>
   <translation>Schriften für die Beschriftung</translation>
  </message>
  <message>
   <source>Letters are larger: {height:.1f} mm.</source>
   <translation>Buchstaben sind größer: {height:.1f} mm.</translation>
  </message>
  <message>
   <source>Letters are smaller, to fit: {height:.1f} mm.</source>
   <translation>Buchstaben sind kleiner, damit sie passen: {height:.1f} mm.</translation>
  </message>
  <message>
   <source>Letters can be read</source>
   <translation>Buchstaben sind lesbar</translation>
  </message>
  <message>
   <source>Letters of {height:.1f} mm would print: give them a larger place.</source>
   <translation>Buchstaben von {height:.1f} mm würden gedruckt: gib ihnen einen größeren Platz.</translation>
  </message>
  <message>
   <source>Libraries</source>
   <translation>Bibliotheken</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>Licence: {licence}</source>
   <translation>Lizenz: {licence}</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Light and shade are too alike to be carved: raise the contrast, or light it from one side.</source>
   <translation>Licht und Schatten sind sich zu ähnlich zum Schnitzen: Heb den Kontrast an oder beleuchte von einer Seite.</translation>
  </message>
  <message>
   <source>Light on dark</source>
   <translation>Hell auf Dunkel</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Limit</source>
   <translation>Grenze</translation>
  </message>
  <message>
   <source>Line spacing</source>
   <translation>Zeilenabstand</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Linien</translation>
  </message>
  <message>
   <source>Lines of {width:.2f} mm do not come out of a nozzle of {nozzle:.2f} mm.</source>
   <translation>Linien von {width:.2f} mm kommen nicht aus einer Düse von {nozzle:.2f} mm.</translation>
  </message>
  <message>
   <source>Link or message</source>
   <translation>Link oder Nachricht</translation>
  </message>
  <message>
   <source>Lithophane</source>
   <translation>Lithophanie</translation>
  </message>
  <message>
   <source>Load it again, or export it anew from the program that made it.</source>
   <translation>Lade es noch einmal oder exportiere es neu aus seinem Ursprungsprogramm.</translation>
  </message>
  <message>
   <source>Longest wait</source>
   <translation>Längste Wartezeit</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Noch einmal nachsehen</translation>
  </message>
  <message>
   <source>Look at</source>
   <translation>Ansehen</translation>
  </message>
  <message>
   <source>Look at the free space and the permissions of {folder}.</source>
   <translation>Prüfe den freien Platz und die Rechte von {folder}.</translation>
  </message>
  <message>
   <source>Look at the network; what has arrived is kept.</source>
   <translation>Sieh nach dem Netz; was angekommen ist, bleibt erhalten.</translation>
  </message>
  <message>
   <source>Look at “{name}”</source>
   <translation>„{name}“ ansehen</translation>
  </message>
  <message>
   <source>Look closer</source>
   <translation>Schau genau hin</translation>
  </message>
  <message>
   <source>Look inside from</source>
   <translation>Hineinsehen von</translation>
  </message>
  <message>
   <source>Look once along the outline; a stroke corrects it.</source>
   <translation>Schau einmal den Umriss entlang; ein Strich verbessert ihn.</translation>
  </message>
  <message>
   <source>Look whether it is still there and may be read.</source>
   <translation>Sieh nach, ob die Datei noch da ist und gelesen werden darf.</translation>
  </message>
  <message>
   <source>Look whether it is still there.</source>
   <translation>Sieh nach, ob es noch da ist.</translation>
  </message>
  <message>
   <source>Look whether the disk is full or the folder is protected.</source>
   <translation>Sieh nach, ob der Datenträger voll oder der Ordner geschützt ist.</translation>
  </message>
  <message>
   <source>Look whether the subject is cut out well; the photo editor lets you mark it.</source>
   <translation>Sieh nach, ob das Motiv gut ausgeschnitten ist; im Foto-Editor lässt es sich markieren.</translation>
  </message>
  <message>
   <source>Looking at the model</source>
   <translation>Das Modell wird angesehen</translation>
  </message>
  <message>
   <source>Looking at the surface</source>
   <translation>Die Oberfläche wird angesehen</translation>
  </message>
  <message>
   <source>Looking at this computer</source>
   <translation>Dieser Computer wird angesehen</translation>
  </message>
  <message>
   <source>Looking for crumbs</source>
   <translation>Krümel werden gesucht</translation>
  </message>
  <message>
   <source>Looking for inner skins</source>
   <translation>Innenhäute werden gesucht</translation>
  </message>
  <message>
   <source>Looking for photos</source>
   <translation>Fotos werden gesucht</translation>
  </message>
  <message>
   <source>Looking for room inside</source>
   <translation>Raum im Inneren wird gesucht</translation>
  </message>
  <message>
   <source>Looking for thin parts</source>
   <translation>Dünne Stellen werden gesucht</translation>
  </message>
  <message>
   <source>Looking whether it prints</source>
   <translation>Druckbarkeit wird geprüft</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Sucht …</translation>
  </message>
  <message>
   <source>Loop</source>
   <translation>Öse</translation>
  </message>
  <message>
   <source>Loop to hang it</source>
   <translation>Öse zum Aufhängen</translation>
  </message>
  <message>
   <source>Loose parts are left out or joined. Ask for one single body.</source>
   <translation>Lose Teile werden weggelassen oder verbunden. Bitte um einen einzigen Körper.</translation>
  </message>
  <message>
   <source>Loose sheets without thickness left out: {count}.</source>
   <translation>Lose Blätter ohne Dicke weggelassen: {count}.</translation>
  </message>
  <message>
   <source>Louder</source>
   <translation>Noch lauter</translation>
  </message>
  <message>
   <source>Love</source>
   <translation>Liebe</translation>
  </message>
  <message>
   <source>Loves</source>
   <translation>Liebt</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Niedrig</translation>
  </message>
  <message>
   <source>Lucky roll</source>
   <translation>Glückswurf</translation>
  </message>
  <message>
   <source>Lying on its flat side it cannot tip; a plinth makes it stand.</source>
   <translation>Auf der flachen Seite liegend kippt es nicht; ein Sockel lässt es stehen.</translation>
  </message>
  <message>
   <source>Made anew from its card</source>
   <translation>Neu aus seiner Karte gemacht</translation>
  </message>
  <message>
   <source>Made for {name}</source>
   <translation>Gemacht für {name}</translation>
  </message>
  <message>
   <source>Made larger they stay open.</source>
   <translation>Größer gemacht bleiben sie offen.</translation>
  </message>
  <message>
   <source>Made of water</source>
   <translation>Im Wasser zu Hause</translation>
  </message>
  <message>
   <source>Made with love</source>
   <translation>Mit Liebe gemacht</translation>
  </message>
  <message>
   <source>Magnet</source>
   <translation>Magnet</translation>
  </message>
  <message>
   <source>Magnet or coaster</source>
   <translation>Magnet oder Untersetzer</translation>
  </message>
  <message>
   <source>Magnet’s width</source>
   <translation>Magnet, Breite</translation>
  </message>
  <message>
   <source>Make a wish</source>
   <translation>Wünsch dir was</translation>
  </message>
  <message>
   <source>Make it first, or choose another one.</source>
   <translation>Lege ihn erst an oder wähle einen anderen.</translation>
  </message>
  <message>
   <source>Make it larger and slice it again.</source>
   <translation>Mach es größer und slice es noch einmal.</translation>
  </message>
  <message>
   <source>Make it larger, or ask for thick sturdy forms.</source>
   <translation>Mach es größer, oder bitte um dicke, kräftige Formen.</translation>
  </message>
  <message>
   <source>Make it larger, or slice it without the spiral.</source>
   <translation>Mach es größer, oder slice es ohne Spirale.</translation>
  </message>
  <message>
   <source>Make it smaller, or move it further into the model.</source>
   <translation>Mach es kleiner, oder rück es weiter ins Modell.</translation>
  </message>
  <message>
   <source>Make it smaller, turn it, or choose a larger printer.</source>
   <translation>Mach es kleiner, dreh es oder wähle einen größeren Drucker.</translation>
  </message>
  <message>
   <source>Make it smaller.</source>
   <translation>Mach es kleiner.</translation>
  </message>
  <message>
   <source>Make or load a model first.</source>
   <translation>Erzeuge oder lade zuerst ein Modell.</translation>
  </message>
  <message>
   <source>Make the keepsake again from its concept.</source>
   <translation>Mach das Andenken noch einmal aus seiner Idee.</translation>
  </message>
  <message>
   <source>Make the pedestal higher, or put it on another place.</source>
   <translation>Machen Sie den Sockel höher oder setzen Sie sie an eine andere Stelle.</translation>
  </message>
  <message>
   <source>Make them smaller, or choose another printer.</source>
   <translation>Mach sie kleiner oder wähle einen anderen Drucker.</translation>
  </message>
  <message>
   <source>Make {folder} writable, or choose another data folder in the settings.</source>
   <translation>Mach {folder} beschreibbar oder wähle in den Einstellungen einen anderen Datenordner.</translation>
  </message>
  <message>
   <source>Makes every kind of keepsake on this computer, at once and without any service.</source>
   <translation>Macht jede Art von Andenken auf diesem Rechner, sofort und ohne jeden Dienst.</translation>
  </message>
  <message>
   <source>Makes what is too thin as thick as it must be.</source>
   <translation>Macht zu Dünnes so dick wie nötig.</translation>
  </message>
  <message>
   <source>Making a keepsake of it</source>
   <translation>Daraus wird ein Andenken</translation>
  </message>
  <message>
   <source>Making it stand</source>
   <translation>Standfläche wird gemacht</translation>
  </message>
  <message>
   <source>Making the faces agree</source>
   <translation>Die Flächen werden gleich ausgerichtet</translation>
  </message>
  <message>
   <source>Making the model</source>
   <translation>Modell wird gemacht</translation>
  </message>
  <message>
   <source>Making the surface anew</source>
   <translation>Die Oberfläche wird neu gebildet</translation>
  </message>
  <message>
   <source>Making thin parts thicker</source>
   <translation>Dünne Stellen werden verstärkt</translation>
  </message>
  <message>
   <source>Many models under one key, from two cents; an interrupted order can be fetched later.</source>
   <translation>Viele Modelle unter einem Schlüssel, ab zwei Cent; ein unterbrochener Auftrag kann später geholt werden.</translation>
  </message>
  <message>
   <source>Many models under one key, with a place in a queue; an interrupted order can be fetched later.</source>
   <translation>Viele Modelle mit einem Schlüssel und ein Platz in der Warteschlange; eine unterbrochene Bestellung lässt sich später abholen.</translation>
  </message>
  <message>
   <source>Many models under one key; an order that was interrupted can be fetched for an hour.</source>
   <translation>Viele Modelle mit einem Schlüssel; eine unterbrochene Bestellung lässt sich eine Stunde lang abholen.</translation>
  </message>
  <message>
   <source>Maps need 3D drawing, which this computer does not offer.</source>
   <translation>Karten brauchen 3D-Grafik, die dieser Computer nicht bietet.</translation>
  </message>
  <message>
   <source>Mark the subject in the photo editor, or choose a lithophane or a plaque.</source>
   <translation>Markiere das Motiv im Fotoeditor, oder wähle eine Lithophanie oder eine Plakette.</translation>
  </message>
  <message>
   <source>Mark the subject, or choose another picture.</source>
   <translation>Markiere das Motiv oder wähle ein anderes Bild.</translation>
  </message>
  <message>
   <source>Master of the grill</source>
   <translation>Grillmeister</translation>
  </message>
  <message>
   <source>Material</source>
   <translation>Material</translation>
  </message>
  <message>
   <source>May I have this dance</source>
   <translation>Darf ich bitten</translation>
  </message>
  <message>
   <source>Measures</source>
   <translation>Maße</translation>
  </message>
  <message>
   <source>Measures of the pedestal</source>
   <translation>Maße des Sockels</translation>
  </message>
  <message>
   <source>Measuring against the original</source>
   <translation>Vergleich mit dem Original</translation>
  </message>
  <message>
   <source>Measuring the picture</source>
   <translation>Das Bild wird vermessen</translation>
  </message>
  <message>
   <source>Measuring…</source>
   <translation>Wird gemessen …</translation>
  </message>
  <message>
   <source>Medallion</source>
   <translation>Medaillon</translation>
  </message>
  <message>
   <source>Medium</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <source>Memoreez Desktop {version}</source>
   <translation>Memoreez Desktop {version}</translation>
  </message>
  <message>
   <source>Memoreez engine</source>
   <translation>Memoreez-Engine</translation>
  </message>
  <message>
   <source>Memoreez engine on RunPod</source>
   <translation>Memoreez-Engine auf RunPod</translation>
  </message>
  <message>
   <source>Memoreez server</source>
   <translation>Memoreez-Server</translation>
  </message>
  <message>
   <source>Memoreez slicer</source>
   <translation>Memoreez-Slicer</translation>
  </message>
  <message>
   <source>Memoreez studio</source>
   <translation>Memoreez-Studio</translation>
  </message>
  <message>
   <source>Mend it</source>
   <translation>Beheben</translation>
  </message>
  <message>
   <source>Mend the file or remove it: {path}</source>
   <translation>Berichtige oder entferne die Datei: {path}</translation>
  </message>
  <message>
   <source>Mended</source>
   <translation>Repariert</translation>
  </message>
  <message>
   <source>Mended: {finding}</source>
   <translation>Behoben: {finding}</translation>
  </message>
  <message>
   <source>Meshes of one picture in one or two minutes, with real progress; failed ones are not charged.</source>
   <translation>Netze aus einem Bild in ein bis zwei Minuten, mit echtem Fortschritt; misslungene werden nicht berechnet.</translation>
  </message>
  <message>
   <source>Meshy</source>
   <translation>Meshy</translation>
  </message>
  <message>
   <source>Metres: {size} mm</source>
   <translation>Meter: {size} mm</translation>
  </message>
  <message>
   <source>Millimetres: {size} mm</source>
   <translation>Millimeter: {size} mm</translation>
  </message>
  <message>
   <source>Mirror</source>
   <translation>Spiegeln</translation>
  </message>
  <message>
   <source>Mirrored</source>
   <translation>Gespiegelt</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Model: {model}</source>
   <translation>Modell: {model}</translation>
  </message>
  <message>
   <source>Models ({kinds})</source>
   <translation>Modelle ({kinds})</translation>
  </message>
  <message>
   <source>Models cannot be saved as “{suffix}”.</source>
   <translation>Modelle lassen sich nicht als „{suffix}“ speichern.</translation>
  </message>
  <message>
   <source>Models named Hunyuan have no licence in the European Union, the United Kingdom and South Korea.</source>
   <translation>Modelle namens Hunyuan haben in der Europäischen Union, im Vereinigten Königreich und in Südkorea keine Lizenz.</translation>
  </message>
  <message>
   <source>Monthly cap</source>
   <translation>Grenze im Monat</translation>
  </message>
  <message>
   <source>More contrast</source>
   <translation>Mehr Kontrast</translation>
  </message>
  <message>
   <source>More like this</source>
   <translation>Mehr davon</translation>
  </message>
  <message>
   <source>More like this (M)</source>
   <translation>Mehr davon (M)</translation>
  </message>
  <message>
   <source>More settings</source>
   <translation>Mehr Einstellungen</translation>
  </message>
  <message>
   <source>More text</source>
   <translation>Mehr Text</translation>
  </message>
  <message>
   <source>More than {most} photos were given.</source>
   <translation>Es wurden mehr als {most} Fotos angegeben.</translation>
  </message>
  <message>
   <source>More views and pictures</source>
   <translation>Weitere Ansichten und Bilder</translation>
  </message>
  <message>
   <source>More…</source>
   <translation>Mehr …</translation>
  </message>
  <message>
   <source>Move them further apart, or make it larger.</source>
   <translation>Rücke sie weiter auseinander oder mach es größer.</translation>
  </message>
  <message>
   <source>My own server</source>
   <translation>Mein eigener Server</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name a G-code file.</source>
   <translation>Nenne eine G-Code-Datei.</translation>
  </message>
  <message>
   <source>Name a file for the result.</source>
   <translation>Nenne eine Datei für das Ergebnis.</translation>
  </message>
  <message>
   <source>Name a folder for the results.</source>
   <translation>Nenne einen Ordner für die Ergebnisse.</translation>
  </message>
  <message>
   <source>Name a service with --provider.</source>
   <translation>Nenne mit --provider einen Dienst.</translation>
  </message>
  <message>
   <source>Name and words, if there are any.</source>
   <translation>Name und Worte, falls es welche gibt.</translation>
  </message>
  <message>
   <source>Name of the snapshot</source>
   <translation>Name der Momentaufnahme</translation>
  </message>
  <message>
   <source>Name one with --pedestal.</source>
   <translation>Nenne einen mit --pedestal.</translation>
  </message>
  <message>
   <source>Name one with --provider: see “providers”.</source>
   <translation>Nenne einen mit --provider: siehe „providers“.</translation>
  </message>
  <message>
   <source>Name, “with the heart” perhaps</source>
   <translation>Name, etwa „mit dem Herz“</translation>
  </message>
  <message>
   <source>Nameplate</source>
   <translation>Namensschild</translation>
  </message>
  <message>
   <source>Names and units are those of the profiles: lengths in mm, ratios from 0 to 1.</source>
   <translation>Namen und Einheiten sind die der Profile: Längen in mm, Anteile von 0 bis 1.</translation>
  </message>
  <message>
   <source>Napkin ring</source>
   <translation>Serviettenring</translation>
  </message>
  <message>
   <source>Narrow</source>
   <translation>Schmal</translation>
  </message>
  <message>
   <source>Needs the macros PRINT_START (with BED and EXTRUDER) and PRINT_END in the printer's configuration.</source>
   <translation>Braucht die Makros PRINT_START (mit BED und EXTRUDER) und PRINT_END in der Konfiguration des Druckers.</translation>
  </message>
  <message>
   <source>Needs your eye</source>
   <translation>Braucht dein Auge</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New baby</source>
   <translation>Baby ist da</translation>
  </message>
  <message>
   <source>New models in {folder} are offered</source>
   <translation>Neue Modelle in {folder} werden angeboten</translation>
  </message>
  <message>
   <source>New story</source>
   <translation>Neue Geschichte</translation>
  </message>
  <message>
   <source>Next in line</source>
   <translation>Kommt als Nächstes</translation>
  </message>
  <message>
   <source>Next stop: anywhere</source>
   <translation>Nächster Halt: irgendwo</translation>
  </message>
  <message>
   <source>Night light</source>
   <translation>Nachtlicht</translation>
  </message>
  <message>
   <source>No SD card or USB stick is plugged in.</source>
   <translation>Es steckt keine SD-Karte und kein USB-Stick.</translation>
  </message>
  <message>
   <source>No closed hollow</source>
   <translation>Kein geschlossener Hohlraum</translation>
  </message>
  <message>
   <source>No download is offered for “{name}”.</source>
   <translation>Für „{name}“ wird kein Download angeboten.</translation>
  </message>
  <message>
   <source>No download is offered: its licence is not stated clearly. A file of your own is used.</source>
   <translation>Kein Download: Die Lizenz ist nicht eindeutig angegeben. Eine eigene Datei wird verwendet.</translation>
  </message>
  <message>
   <source>No folder was named.</source>
   <translation>Es wurde kein Ordner genannt.</translation>
  </message>
  <message>
   <source>No font on this computer can draw: {names}.</source>
   <translation>Keine Schrift auf diesem Computer kann das zeichnen: {names}.</translation>
  </message>
  <message>
   <source>No key yet.</source>
   <translation>Noch kein Schlüssel.</translation>
  </message>
  <message>
   <source>No key, no account, no cost</source>
   <translation>Kein Schlüssel, kein Konto, keine Kosten</translation>
  </message>
  <message>
   <source>No model format is called “{suffix}”.</source>
   <translation>Kein Modellformat heißt „{suffix}“.</translation>
  </message>
  <message>
   <source>No order is called “{id}”.</source>
   <translation>Kein Auftrag heißt „{id}“.</translation>
  </message>
  <message>
   <source>No pedestal</source>
   <translation>Kein Sockel</translation>
  </message>
  <message>
   <source>No pedestal was asked for.</source>
   <translation>Es wurde kein Sockel verlangt.</translation>
  </message>
  <message>
   <source>No photo is open</source>
   <translation>Kein Foto ist offen</translation>
  </message>
  <message>
   <source>No provider with a key is called “{id}”.</source>
   <translation>Kein Dienst mit einem Schlüssel heißt „{id}“.</translation>
  </message>
  <message>
   <source>No sculpture was ordered yet. Choose a concept, then “AI sculpture” in the Studio.</source>
   <translation>Es wurde noch keine Skulptur bestellt. Wähle ein Konzept, dann „KI-Skulptur“ im Studio.</translation>
  </message>
  <message>
   <source>No service for sculptures was chosen.</source>
   <translation>Es wurde kein Dienst für Skulpturen gewählt.</translation>
  </message>
  <message>
   <source>No shimmer and no fading. A wish of the system for less motion is followed anyway.</source>
   <translation>Kein Schimmern und kein Überblenden. Wünscht das System weniger Bewegung, gilt das ohnehin.</translation>
  </message>
  <message>
   <source>No step is called “{kind}”.</source>
   <translation>Kein Schritt heißt „{kind}“.</translation>
  </message>
  <message>
   <source>No subject found</source>
   <translation>Kein Motiv gefunden</translation>
  </message>
  <message>
   <source>No supports</source>
   <translation>Keine Stützen</translation>
  </message>
  <message>
   <source>No unit: {size} mm tall</source>
   <translation>Ohne Einheit: {size} mm hoch</translation>
  </message>
  <message>
   <source>Nobody knows what became of the first order. It may have been charged, and this one is charged, too.</source>
   <translation>Niemand weiß, was aus der ersten Bestellung geworden ist. Sie kann berechnet worden sein, und diese wird auch berechnet.</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Kein</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Not changed</source>
   <translation>Nicht geändert</translation>
  </message>
  <message>
   <source>Not checked</source>
   <translation>Nicht geprüft</translation>
  </message>
  <message>
   <source>Not drawn</source>
   <translation>Nicht gezeichnet</translation>
  </message>
  <message>
   <source>Not drawn yet</source>
   <translation>Noch nicht gezeichnet</translation>
  </message>
  <message>
   <source>Not fetched yet</source>
   <translation>Noch nicht geholt</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Nicht gefunden</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>Nicht hier</translation>
  </message>
  <message>
   <source>Not needed: the embedded slicer works without it.</source>
   <translation>Nicht nötig: Der eingebaute Slicer kommt ohne aus.</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Not one of them fits on {bed}.</source>
   <translation>Kein einziges passt auf {bed}.</translation>
  </message>
  <message>
   <source>Not saved.</source>
   <translation>Nicht gespeichert.</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Nicht gesendet</translation>
  </message>
  <message>
   <source>Not sliced</source>
   <translation>Nicht geslict</translation>
  </message>
  <message>
   <source>Not used</source>
   <translation>Nicht verwendet</translation>
  </message>
  <message>
   <source>Not with a vase.</source>
   <translation>Nicht bei einer Vase.</translation>
  </message>
  <message>
   <source>Notched corners</source>
   <translation>Gekerbte Ecken</translation>
  </message>
  <message>
   <source>Nothing begins in the air</source>
   <translation>Nichts beginnt in der Luft</translation>
  </message>
  <message>
   <source>Nothing but {passion}</source>
   <translation>Nichts als {passion}</translation>
  </message>
  <message>
   <source>Nothing can be cut with {size} mm.</source>
   <translation>Mit {size} mm lässt sich nichts schneiden.</translation>
  </message>
  <message>
   <source>Nothing can be made from this story yet.</source>
   <translation>Aus dieser Geschichte lässt sich noch nichts machen.</translation>
  </message>
  <message>
   <source>Nothing can be written into {folder}.</source>
   <translation>In {folder} lässt sich nichts schreiben.</translation>
  </message>
  <message>
   <source>Nothing ever leaves this computer. The built-in studio still makes every kind of keepsake.</source>
   <translation>Nichts verlässt diesen Rechner. Das eingebaute Studio macht weiterhin jede Art von Andenken.</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <source>Nothing found. Try another word, or one in English.</source>
   <translation>Nichts gefunden. Versuch ein anderes Wort oder ein englisches.</translation>
  </message>
  <message>
   <source>Nothing had to be repaired.</source>
   <translation>Es war nichts zu reparieren.</translation>
  </message>
  <message>
   <source>Nothing hangs in the air</source>
   <translation>Nichts hängt in der Luft</translation>
  </message>
  <message>
   <source>Nothing is charged.</source>
   <translation>Es wird nichts berechnet.</translation>
  </message>
  <message>
   <source>Nothing is printed above {height:.2f} mm: the model is {model:.2f} mm tall.</source>
   <translation>Über {height:.2f} mm wird nichts gedruckt: Das Modell ist {model:.2f} mm hoch.</translation>
  </message>
  <message>
   <source>Nothing leaves this computer unasked</source>
   <translation>Ungefragt verlässt nichts diesen Computer</translation>
  </message>
  <message>
   <source>Nothing leaves this computer.</source>
   <translation>Nichts verlässt diesen Computer.</translation>
  </message>
  <message>
   <source>Nothing leaves this computer. It costs nothing.</source>
   <translation>Nichts verlässt diesen Computer. Es kostet nichts.</translation>
  </message>
  <message>
   <source>Nothing leaves your own network.</source>
   <translation>Nichts verlässt dein eigenes Netz.</translation>
  </message>
  <message>
   <source>Nothing of it is thinner than {wall:.1f} mm.</source>
   <translation>Nichts daran ist dünner als {wall:.1f} mm.</translation>
  </message>
  <message>
   <source>Nothing of the figure is there.</source>
   <translation>Dort ist nichts von der Figur.</translation>
  </message>
  <message>
   <source>Nothing of the picture's subject is left to print.</source>
   <translation>Vom Motiv des Bildes bleibt nichts zum Drucken übrig.</translation>
  </message>
  <message>
   <source>Nothing of the relief lies inside its outline.</source>
   <translation>Vom Relief liegt nichts innerhalb seines Umrisses.</translation>
  </message>
  <message>
   <source>Nothing of this model is wide enough to be printed.</source>
   <translation>Nichts an diesem Modell ist breit genug zum Drucken.</translation>
  </message>
  <message>
   <source>Nothing snaps off</source>
   <translation>Nichts bricht ab</translation>
  </message>
  <message>
   <source>Nothing so far.</source>
   <translation>Bisher nichts.</translation>
  </message>
  <message>
   <source>Nothing to print yet</source>
   <translation>Noch nichts zu drucken</translation>
  </message>
  <message>
   <source>Nothing was charged.</source>
   <translation>Es wurde nichts berechnet.</translation>
  </message>
  <message>
   <source>Nothing was charged. Try again.</source>
   <translation>Es wurde nichts berechnet. Versuch es noch einmal.</translation>
  </message>
  <message>
   <source>Nothing was ever planned for this card.</source>
   <translation>Für diese Karte war nie etwas geplant.</translation>
  </message>
  <message>
   <source>Nothing was ordered again. The list of sculptures has them.</source>
   <translation>Nichts wurde erneut bestellt. Sie stehen in der Liste der Skulpturen.</translation>
  </message>
  <message>
   <source>Nothing was ordered: {offer}.</source>
   <translation>Nichts wurde bestellt: {offer}.</translation>
  </message>
  <message>
   <source>Nothing was sent. Raise the limit in the settings, or go on with the studio, which is free.</source>
   <translation>Es wurde nichts gesendet. Erhöhe die Grenze in den Einstellungen, oder mach mit dem Studio weiter, das nichts kostet.</translation>
  </message>
  <message>
   <source>Nothing was told about the person.</source>
   <translation>Über die Person wurde nichts erzählt.</translation>
  </message>
  <message>
   <source>Nothing you made is lost. Please try again, or copy the details into a report.</source>
   <translation>Nichts von dir ist verloren. Bitte versuche es noch einmal oder kopiere die Einzelheiten in eine Meldung.</translation>
  </message>
  <message>
   <source>Nothing, for tape</source>
   <translation>Nichts, zum Kleben</translation>
  </message>
  <message>
   <source>Now only words are sent; your photos stay here.</source>
   <translation>Zurzeit gehen nur Worte hinaus; deine Fotos bleiben hier.</translation>
  </message>
  <message>
   <source>Nozzle {nozzle:.0f} °C, bed {bed:.0f} °C.</source>
   <translation>Düse {nozzle:.0f} °C, Druckbett {bed:.0f} °C.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Number one</source>
   <translation>Nummer eins</translation>
  </message>
  <message>
   <source>ONNX Runtime is not installed.</source>
   <translation>ONNX Runtime ist nicht installiert.</translation>
  </message>
  <message>
   <source>ONNX Runtime, which runs these models, is installed.</source>
   <translation>ONNX Runtime, das diese Modelle ausführt, ist installiert.</translation>
  </message>
  <message>
   <source>ONNX Runtime, which runs these models, is not installed: {command}</source>
   <translation>ONNX Runtime, das diese Modelle ausführt, ist nicht installiert: {command}</translation>
  </message>
  <message>
   <source>Obedience to the prompt</source>
   <translation>Treue zum Prompt</translation>
  </message>
  <message>
   <source>Occasion</source>
   <translation>Anlass</translation>
  </message>
  <message>
   <source>Octagon</source>
   <translation>Achteck</translation>
  </message>
  <message numerus="yes">
   <source>Of %n nobody knows: it may have been charged.</source>
   <translation>
    <numerusform>Von %n weiß es niemand: Es kann berechnet worden sein.</numerusform>
    <numerusform>Von %n weiß es niemand: Sie können berechnet worden sein.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Of %n sculpture(s) nobody knows the end: it may have been charged.</source>
   <translation>
    <numerusform>Von %n Skulptur weiß niemand das Ende: Sie wurde vielleicht berechnet.</numerusform>
    <numerusform>Von %n Skulpturen weiß niemand das Ende: Sie wurden vielleicht berechnet.</numerusform>
   </translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Off the beaten track</source>
   <translation>Abseits der Wege</translation>
  </message>
  <message>
   <source>Offline</source>
   <translation>Offline</translation>
  </message>
  <message>
   <source>Ollama</source>
   <translation>Ollama</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>On its way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>On the back</source>
   <translation>Auf der Rückseite</translation>
  </message>
  <message>
   <source>On the front</source>
   <translation>Auf der Vorderseite</translation>
  </message>
  <message>
   <source>On the pedestal</source>
   <translation>Auf dem Sockel</translation>
  </message>
  <message>
   <source>On the underside</source>
   <translation>An der Unterseite</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Auf diesem Computer</translation>
  </message>
  <message>
   <source>On this computer, free</source>
   <translation>Auf diesem Rechner, kostenlos</translation>
  </message>
  <message>
   <source>On top</source>
   <translation>Oben</translation>
  </message>
  <message>
   <source>Once the window is closed, nobody fetches what was ordered.</source>
   <translation>Ist das Fenster zu, holt niemand mehr ab, was bestellt wurde.</translation>
  </message>
  <message>
   <source>One line of text is expected on stdin.</source>
   <translation>Über stdin wird eine Zeile Text erwartet.</translation>
  </message>
  <message>
   <source>One mesh: {cost}</source>
   <translation>Ein Netz: {cost}</translation>
  </message>
  <message>
   <source>One moment: looking up what it costs…</source>
   <translation>Einen Moment: Der Preis wird nachgesehen …</translation>
  </message>
  <message>
   <source>One more chapter</source>
   <translation>Noch ein Kapitel</translation>
  </message>
  <message>
   <source>One more level</source>
   <translation>Noch ein Level</translation>
  </message>
  <message>
   <source>One more slice</source>
   <translation>Ein Stück geht noch</translation>
  </message>
  <message>
   <source>One of them, not both.</source>
   <translation>Eines davon, nicht beides.</translation>
  </message>
  <message>
   <source>One picture · {service}</source>
   <translation>Ein Bild · {service}</translation>
  </message>
  <message>
   <source>One picture: {cost}</source>
   <translation>Ein Bild: {cost}</translation>
  </message>
  <message>
   <source>One piece</source>
   <translation>Ein Stück</translation>
  </message>
  <message>
   <source>One sculpture costs about {usd:.2f} USD.</source>
   <translation>Eine Skulptur kostet etwa {usd:.2f} USD.</translation>
  </message>
  <message>
   <source>One sculpture · {service}</source>
   <translation>Eine Skulptur · {service}</translation>
  </message>
  <message>
   <source>One to hang it by</source>
   <translation>Eines zum Aufhängen</translation>
  </message>
  <message>
   <source>One wall in a spiral, with a bottom, open at the top.</source>
   <translation>Eine Wand als Spirale, mit Boden, oben offen.</translation>
  </message>
  <message>
   <source>Only a pocket in the underside can be covered.</source>
   <translation>Nur eine Tasche in der Unterseite lässt sich abdecken.</translation>
  </message>
  <message>
   <source>Only bed</source>
   <translation>Nur Bett</translation>
  </message>
  <message>
   <source>Only if it was started with --api-auth.</source>
   <translation>Nur wenn er mit --api-auth gestartet wurde.</translation>
  </message>
  <message>
   <source>Only its web address came along, and nothing is fetched from the internet.</source>
   <translation>Nur die Webadresse kam mit, und aus dem Internet wird nichts geholt.</translation>
  </message>
  <message>
   <source>Only safe (https) downloads are made.</source>
   <translation>Heruntergeladen wird nur sicher (https).</translation>
  </message>
  <message>
   <source>Only servers marked as local may be there. Check the address in the settings.</source>
   <translation>Dort dürfen nur Server sein, die als eigene markiert sind. Prüfe die Adresse in den Einstellungen.</translation>
  </message>
  <message>
   <source>Only the first {most} files of “{name}” were looked at.</source>
   <translation>Nur die ersten {most} Dateien von „{name}“ wurden angesehen.</translation>
  </message>
  <message>
   <source>Only the first {most} pictures were taken.</source>
   <translation>Nur die ersten {most} Bilder wurden genommen.</translation>
  </message>
  <message>
   <source>Only {area:.0f} mm² of it lies on the bed; it could come loose.</source>
   <translation>Nur {area:.0f} mm² liegen auf dem Druckbett; es könnte sich lösen.</translation>
  </message>
  <message>
   <source>Only {area} mm² of the figure touch the pedestal: it may break off. Turn it or make it larger.</source>
   <translation>Nur {area} mm² der Figur berühren den Sockel: Sie kann abbrechen. Dreh sie oder mach sie größer.</translation>
  </message>
  <message>
   <source>Only {width} × {height} pixels: details will look soft. Use the original file, not a preview.</source>
   <translation>Nur {width} × {height} Pixel: Einzelheiten werden weich. Nimm die Originaldatei, keine Vorschau.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open a model file</source>
   <translation>Modelldatei öffnen</translation>
  </message>
  <message>
   <source>Open another model.</source>
   <translation>Ein anderes Modell öffnen.</translation>
  </message>
  <message>
   <source>Open below</source>
   <translation>Unten offen</translation>
  </message>
  <message>
   <source>Open edges closed that were only cracks: {count}.</source>
   <translation>Offene Kanten geschlossen, die nur Risse waren: {count}.</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Open in Studio</source>
   <translation>Im Studio öffnen</translation>
  </message>
  <message>
   <source>Open in the Studio</source>
   <translation>Im Studio öffnen</translation>
  </message>
  <message>
   <source>Open it in the program it came from and export it as STL.</source>
   <translation>Öffne sie in dem Programm, aus dem sie stammt, und exportiere sie als STL.</translation>
  </message>
  <message>
   <source>Open it where it was made and save it without a password.</source>
   <translation>Öffne es dort, wo es entstand, und speichere es ohne Passwort.</translation>
  </message>
  <message>
   <source>Open: it is put over the light. With a floor: the light is put in from above.</source>
   <translation>Unten offen: Es wird über das Licht gestellt. Mit Boden: Das Licht kommt von oben hinein.</translation>
  </message>
  <message>
   <source>Open: the wall is seen between the leaves.</source>
   <translation>Offen: Zwischen den Blättern sieht man die Wand.</translation>
  </message>
  <message>
   <source>OpenAI</source>
   <translation>OpenAI</translation>
  </message>
  <message>
   <source>OpenAI (words)</source>
   <translation>OpenAI (Texte)</translation>
  </message>
  <message>
   <source>OpenAI, or any server with its interface: LocalAI, sd-server and others. Can use your photo.</source>
   <translation>OpenAI oder jeder Server mit dieser Schnittstelle: LocalAI, sd-server und andere. Kann dein Foto verwenden.</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Öffnung</translation>
  </message>
  <message>
   <source>Order again</source>
   <translation>Neu bestellen</translation>
  </message>
  <message>
   <source>Order again…</source>
   <translation>Neu bestellen …</translation>
  </message>
  <message>
   <source>Order it</source>
   <translation>Bestellen</translation>
  </message>
  <message>
   <source>Order it anew.</source>
   <translation>Bestelle es neu.</translation>
  </message>
  <message>
   <source>Order it with less detail.</source>
   <translation>Bestelle es mit weniger Details.</translation>
  </message>
  <message>
   <source>Order now</source>
   <translation>Jetzt bestellen</translation>
  </message>
  <message>
   <source>Order this picture again?</source>
   <translation>Dieses Bild noch einmal bestellen?</translation>
  </message>
  <message>
   <source>Order this sculpture again?</source>
   <translation>Diese Skulptur noch einmal bestellen?</translation>
  </message>
  <message>
   <source>Orientation</source>
   <translation>Ausrichtung</translation>
  </message>
  <message>
   <source>Orientation: {name}</source>
   <translation>Ausrichtung: {name}</translation>
  </message>
  <message>
   <source>Ornament</source>
   <translation>Fensterschmuck</translation>
  </message>
  <message>
   <source>Other symbols</source>
   <translation>Weitere Symbole</translation>
  </message>
  <message>
   <source>Outer wall</source>
   <translation>Außenwand</translation>
  </message>
  <message>
   <source>Outer wall first</source>
   <translation>Außenwand zuerst</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Umriss</translation>
  </message>
  <message>
   <source>Oval</source>
   <translation>Oval</translation>
  </message>
  <message>
   <source>Overhang, bridge</source>
   <translation>Überhang, Brücke</translation>
  </message>
  <message>
   <source>P shows the prompt of a picture by a service, E saves the picture as PNG.</source>
   <translation>P zeigt den Prompt eines Bildes von einem Dienst, E speichert das Bild als PNG.</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>Teil</translation>
  </message>
  <message>
   <source>Parts joined to those they touch: {count}.</source>
   <translation>Teile mit denen verbunden, die sie berühren: {count}.</translation>
  </message>
  <message>
   <source>Parts less than {width:.1f} mm apart grow together.</source>
   <translation>Teile, die weniger als {width:.1f} mm auseinander liegen, wachsen zusammen.</translation>
  </message>
  <message>
   <source>Parts turned that were inside out: {count}.</source>
   <translation>Teile gewendet, die nach innen gestülpt waren: {count}.</translation>
  </message>
  <message>
   <source>Parts whose surfaces met in one edge, taken apart: {count}.</source>
   <translation>Teile getrennt, deren Flächen sich in einer Kante trafen: {count}.</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <source>Paste it here</source>
   <translation>Hier einfügen</translation>
  </message>
  <message>
   <source>Pattern of the infill</source>
   <translation>Muster der Füllung</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Pause before this layer</source>
   <translation>Vor dieser Schicht anhalten</translation>
  </message>
  <message>
   <source>Pause the print at {height:.1f} mm, lay the magnet in, and go on: it will be hidden.</source>
   <translation>Halte den Druck bei {height:.1f} mm an, leg den Magneten ein und druck weiter: Er wird unsichtbar.</translation>
  </message>
  <message>
   <source>Pauses</source>
   <translation>Pausen</translation>
  </message>
  <message>
   <source>Pearls</source>
   <translation>Perlen</translation>
  </message>
  <message>
   <source>Pedestal</source>
   <translation>Sockel</translation>
  </message>
  <message>
   <source>Peg</source>
   <translation>Zapfen</translation>
  </message>
  <message>
   <source>Pen cup</source>
   <translation>Stiftebecher</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Photo all round</source>
   <translation>Foto ringsum</translation>
  </message>
  <message>
   <source>Photo keychain</source>
   <translation>Foto-Schlüsselanhänger</translation>
  </message>
  <message>
   <source>Photo ornament</source>
   <translation>Foto-Anhänger</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Photos are read on this computer and never changed.</source>
   <translation>Fotos werden auf diesem Computer gelesen und nie verändert.</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <source>Picture of the model</source>
   <translation>Bild des Modells</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Pictures (*.png)</source>
   <translation>Bilder (*.png)</translation>
  </message>
  <message>
   <source>Pictures are kept there for a short time only. Order it anew if you still want it.</source>
   <translation>Bilder werden dort nur kurz aufbewahrt. Bestelle es neu, wenn du es noch möchtest.</translation>
  </message>
  <message>
   <source>Pictures by Google's Gemini. Can use your photo.</source>
   <translation>Bilder von Googles Gemini. Kann dein Foto verwenden.</translation>
  </message>
  <message>
   <source>Pictures for each story</source>
   <translation>Bilder für jede Geschichte</translation>
  </message>
  <message>
   <source>Pictures in a few seconds, about 170 a day for free. Needs an account id and a token.</source>
   <translation>Bilder in wenigen Sekunden, etwa 170 am Tag kostenlos. Braucht eine Konto-ID und ein Token.</translation>
  </message>
  <message>
   <source>Piece of cake</source>
   <translation>Ein Stück vom Kuchen</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Stelle</translation>
  </message>
  <message>
   <source>Place and style</source>
   <translation>Stelle und Stil</translation>
  </message>
  <message>
   <source>Place of the text</source>
   <translation>Stelle des Textes</translation>
  </message>
  <message>
   <source>Placing supports</source>
   <translation>Stützen werden gesetzt</translation>
  </message>
  <message>
   <source>Plain</source>
   <translation>Schlicht</translation>
  </message>
  <message>
   <source>Plain G-code with a simple start: without the maker's own calibration and without the filament changer. For those, open the STL in Bambu Studio.</source>
   <translation>Einfacher G-Code mit schlichtem Start: ohne die Kalibrierung des Herstellers und ohne den Filamentwechsler. Dafür öffne die STL-Datei in Bambu Studio.</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Plastic</source>
   <translation>Kunststoff</translation>
  </message>
  <message>
   <source>Plinth</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>Plug in an SD card or a USB stick and it appears here.</source>
   <translation>Steck eine SD-Karte oder einen USB-Stick ein, dann erscheint sie hier.</translation>
  </message>
  <message>
   <source>Plug in an SD card or a USB stick.</source>
   <translation>Steck eine SD-Karte oder einen USB-Stick ein.</translation>
  </message>
  <message>
   <source>Plug one in, or save the file into a folder.</source>
   <translation>Steck eines ein oder speichere die Datei in einen Ordner.</translation>
  </message>
  <message>
   <source>Plugged in: {names}.</source>
   <translation>Eingesteckt: {names}.</translation>
  </message>
  <message>
   <source>Pocket for a magnet of {size:g} × {thick:g} mm; a drop of glue holds it.</source>
   <translation>Tasche für einen Magneten von {size:g} × {thick:g} mm; ein Tropfen Kleber hält ihn.</translation>
  </message>
  <message>
   <source>Point at a broader place, or make the ring smaller.</source>
   <translation>Zeig auf eine breitere Stelle, oder mach die Öse kleiner.</translation>
  </message>
  <message>
   <source>Point at another place of the model.</source>
   <translation>Auf eine andere Stelle des Modells zeigen.</translation>
  </message>
  <message>
   <source>Point at it…</source>
   <translation>Darauf zeigen …</translation>
  </message>
  <message>
   <source>Point at the place on the model</source>
   <translation>Auf die Stelle am Modell zeigen</translation>
  </message>
  <message>
   <source>Point aware</source>
   <translation>Punktgenau</translation>
  </message>
  <message>
   <source>Pole position</source>
   <translation>Pole-Position</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Port {port} of this computer is taken.</source>
   <translation>Port {port} dieses Rechners ist belegt.</translation>
  </message>
  <message>
   <source>Portrait 3:4</source>
   <translation>Hochformat 3:4</translation>
  </message>
  <message>
   <source>Portrait coin</source>
   <translation>Porträtmünze</translation>
  </message>
  <message>
   <source>Portrait medallion</source>
   <translation>Porträtmedaillon</translation>
  </message>
  <message>
   <source>Preparing the slicer for this computer: only this once, about a minute</source>
   <translation>Der Slicer wird für diesen Rechner vorbereitet: nur dieses eine Mal, etwa eine Minute</translation>
  </message>
  <message>
   <source>Price of {date}.</source>
   <translation>Preis vom {date}.</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Noch einmal drucken</translation>
  </message>
  <message>
   <source>Print fewer at a time, or make them smaller.</source>
   <translation>Drucke weniger auf einmal oder mach sie kleiner.</translation>
  </message>
  <message>
   <source>Print “{title}”</source>
   <translation>„{title}“ drucken</translation>
  </message>
  <message>
   <source>Printability</source>
   <translation>Druckbarkeit</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Drucker</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Printing time</source>
   <translation>Druckzeit</translation>
  </message>
  <message>
   <source>Prints up to {size} mm, {nozzle:.1f} mm nozzle.</source>
   <translation>Druckt bis {size} mm, Düse {nozzle:.1f} mm.</translation>
  </message>
  <message>
   <source>Prints well</source>
   <translation>Druckt gut</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Privatsphäre</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Prompt and photo go to your own server only.</source>
   <translation>Prompt und Foto gehen nur an deinen eigenen Server.</translation>
  </message>
  <message>
   <source>Prompt of concept {number}</source>
   <translation>Prompt von Idee {number}</translation>
  </message>
  <message>
   <source>Prompts are written by {writer}: {leaves}</source>
   <translation>Die Prompts schreibt {writer}: {leaves}</translation>
  </message>
  <message>
   <source>Prompts…</source>
   <translation>Prompts …</translation>
  </message>
  <message>
   <source>Proportions</source>
   <translation>Seitenverhältnis</translation>
  </message>
  <message>
   <source>Proportions of the crop</source>
   <translation>Seitenverhältnis des Zuschnitts</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>PrusaSlicer</source>
   <translation>PrusaSlicer</translation>
  </message>
  <message>
   <source>Public domain</source>
   <translation>Gemeinfrei</translation>
  </message>
  <message>
   <source>Pure sunshine</source>
   <translation>Lauter Sonnenschein</translation>
  </message>
  <message>
   <source>Put a Hunyuan3D checkpoint into its folder models/checkpoints.</source>
   <translation>Lege einen Hunyuan3D-Checkpoint in seinen Ordner models/checkpoints.</translation>
  </message>
  <message>
   <source>Put a checkpoint into its folder models/checkpoints, or use a workflow of your own.</source>
   <translation>Lege einen Checkpoint in seinen Ordner models/checkpoints, oder nimm einen eigenen Workflow.</translation>
  </message>
  <message>
   <source>Put a small plinth under it, so that it stands.</source>
   <translation>Einen kleinen Sockel daruntergesetzt, damit es steht.</translation>
  </message>
  <message>
   <source>Put both into one folder, or export it as GLB: all in one file.</source>
   <translation>Lege beide in einen Ordner oder exportiere es als GLB: alles in einer Datei.</translation>
  </message>
  <message>
   <source>Put it into its field</source>
   <translation>In sein Feld übernehmen</translation>
  </message>
  <message>
   <source>Put it on the back or the top, make the pedestal higher, or shorten its text.</source>
   <translation>Setzen Sie ihn auf die Rückseite oder nach oben, machen Sie den Sockel höher oder kürzen Sie seinen Text.</translation>
  </message>
  <message>
   <source>Put its file into this folder under its own name; it is checked before it is used.</source>
   <translation>Lege seine Datei unter ihrem eigenen Namen in diesen Ordner; sie wird vor dem Verwenden geprüft.</translation>
  </message>
  <message>
   <source>Put its file into {folder}.</source>
   <translation>Leg seine Datei in {folder}.</translation>
  </message>
  <message>
   <source>Put the card or stick back in and save again.</source>
   <translation>Steck die Karte oder den Stick wieder ein und speichere noch einmal.</translation>
  </message>
  <message>
   <source>Python</source>
   <translation>Python</translation>
  </message>
  <message>
   <source>QR code</source>
   <translation>QR-Code</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Radius of the arc</source>
   <translation>Radius des Bogens</translation>
  </message>
  <message>
   <source>Radius; a wide panel may need a larger one.</source>
   <translation>Radius; ein breites Bild kann einen größeren brauchen.</translation>
  </message>
  <message>
   <source>Raft, in layers</source>
   <translation>Raft, in Schichten</translation>
  </message>
  <message>
   <source>Raised</source>
   <translation>Erhaben</translation>
  </message>
  <message>
   <source>Raised instead of engraved.</source>
   <translation>Erhaben statt vertieft.</translation>
  </message>
  <message>
   <source>Raised or engraved</source>
   <translation>Erhaben oder vertieft</translation>
  </message>
  <message>
   <source>Raised strokes are thinner than {width:.1f} mm and come out rough.</source>
   <translation>Erhabene Striche sind dünner als {width:.1f} mm und werden rau.</translation>
  </message>
  <message>
   <source>Raised strokes are thinner than {width:.2f} mm, one line of the nozzle.</source>
   <translation>Erhabene Striche sind dünner als {width:.2f} mm, eine Linie der Düse.</translation>
  </message>
  <message>
   <source>Raising the symbol</source>
   <translation>Symbol wird erhoben</translation>
  </message>
  <message>
   <source>Raising the wall</source>
   <translation>Wand wird hochgezogen</translation>
  </message>
  <message>
   <source>Read back and compared.</source>
   <translation>Zurückgelesen und verglichen.</translation>
  </message>
  <message>
   <source>Reading it back</source>
   <translation>Wird zurückgelesen</translation>
  </message>
  <message>
   <source>Reading photos</source>
   <translation>Fotos werden gelesen</translation>
  </message>
  <message>
   <source>Reading the G-code</source>
   <translation>G-Code wird gelesen</translation>
  </message>
  <message>
   <source>Reading the file</source>
   <translation>Datei wird gelesen</translation>
  </message>
  <message>
   <source>Reading the photo</source>
   <translation>Foto wird gelesen</translation>
  </message>
  <message>
   <source>Reading {name}</source>
   <translation>{name} wird gelesen</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Ready to print</source>
   <translation>Druckbereit</translation>
  </message>
  <message>
   <source>Real G-code for your printer</source>
   <translation>Echter G-Code für deinen Drucker</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Empfangen</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Redo: {change}</source>
   <translation>Wiederholen: {change}</translation>
  </message>
  <message>
   <source>Reduce it below 1 GB and ten million triangles, for example with your modelling program.</source>
   <translation>Verkleinere es unter 1 GB und zehn Millionen Dreiecke, zum Beispiel mit deinem Modellierprogramm.</translation>
  </message>
  <message>
   <source>Relief</source>
   <translation>Relief</translation>
  </message>
  <message>
   <source>Relief figurine</source>
   <translation>Relieffigur</translation>
  </message>
  <message>
   <source>Relief plaque</source>
   <translation>Relieftafel</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove (Delete)</source>
   <translation>Entfernen (Entf)</translation>
  </message>
  <message>
   <source>Remove background</source>
   <translation>Hintergrund entfernen</translation>
  </message>
  <message>
   <source>Remove brush: the arrow keys move it, Space paints.</source>
   <translation>Pinsel „Entfernen“: Die Pfeiltasten bewegen ihn, die Leertaste malt.</translation>
  </message>
  <message>
   <source>Remove this text</source>
   <translation>Diesen Text entfernen</translation>
  </message>
  <message>
   <source>Remove {word}</source>
   <translation>{word} entfernen</translation>
  </message>
  <message>
   <source>Remove “{name}”</source>
   <translation>„{name}“ entfernen</translation>
  </message>
  <message>
   <source>Remove: {what}</source>
   <translation>Entfernen: {what}</translation>
  </message>
  <message>
   <source>Removed “{name}”</source>
   <translation>„{name}“ entfernt</translation>
  </message>
  <message>
   <source>Removed “{title}”</source>
   <translation>„{title}“ entfernt</translation>
  </message>
  <message>
   <source>Removed: {what}</source>
   <translation>Entfernt: {what}</translation>
  </message>
  <message>
   <source>Rename {path} by hand and start again.</source>
   <translation>Benenne {path} von Hand um und starte neu.</translation>
  </message>
  <message>
   <source>Repair it first.</source>
   <translation>Repariere es zuerst.</translation>
  </message>
  <message>
   <source>Repair it in a modelling program, or choose another file.</source>
   <translation>Repariere es in einem Modellierprogramm oder wähle eine andere Datei.</translation>
  </message>
  <message>
   <source>Repair joins those that touch; pieces in the air are held by supports only.</source>
   <translation>Reparieren verbindet, was sich berührt; Teile in der Luft halten nur mit Stützen.</translation>
  </message>
  <message>
   <source>Repair takes the surfaces apart and joins them properly.</source>
   <translation>Reparieren trennt die Flächen und fügt sie richtig zusammen.</translation>
  </message>
  <message>
   <source>Repair the model first; the Print page and “memoreez repair” do it.</source>
   <translation>Repariere das Modell zuerst; die Seite „Drucken“ und „memoreez repair“ tun das.</translation>
  </message>
  <message>
   <source>Repair turns it round; its shape stays the same.</source>
   <translation>Reparieren wendet es; seine Form bleibt gleich.</translation>
  </message>
  <message>
   <source>Repair turns them round.</source>
   <translation>Reparieren dreht sie um.</translation>
  </message>
  <message>
   <source>Repairing the model</source>
   <translation>Modell wird repariert</translation>
  </message>
  <message>
   <source>Rephrase…</source>
   <translation>Umformulieren …</translation>
  </message>
  <message>
   <source>Replicate</source>
   <translation>Replicate</translation>
  </message>
  <message>
   <source>Replicate 3D</source>
   <translation>Replicate 3D</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>Anfrage</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Restart the program; a damaged database is set aside and its files are kept.</source>
   <translation>Starte das Programm neu; eine beschädigte Datenbank wird beiseitegelegt, ihre Dateien bleiben.</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Retirement</source>
   <translation>Ruhestand</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Nochmal</translation>
  </message>
  <message>
   <source>Retry in {seconds} s</source>
   <translation>Wieder in {seconds} s</translation>
  </message>
  <message>
   <source>Ribbon</source>
   <translation>Band</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Rechts</translation>
  </message>
  <message>
   <source>Right on time</source>
   <translation>Auf die Minute</translation>
  </message>
  <message>
   <source>Ring</source>
   <translation>Ring</translation>
  </message>
  <message>
   <source>Ring turned</source>
   <translation>Ring gedreht</translation>
  </message>
  <message>
   <source>Roboto, bold</source>
   <translation>Roboto, fett</translation>
  </message>
  <message>
   <source>Rope</source>
   <translation>Kordel</translation>
  </message>
  <message>
   <source>Round</source>
   <translation>Rund</translation>
  </message>
  <message>
   <source>Round the pedestal</source>
   <translation>Um den Sockel</translation>
  </message>
  <message>
   <source>Rounded</source>
   <translation>Rund</translation>
  </message>
  <message>
   <source>Rounded square</source>
   <translation>Abgerundetes Quadrat</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>Lineal</translation>
  </message>
  <message>
   <source>Run “python3 dev.py setup”, or install the program again.</source>
   <translation>Führe „python3 dev.py setup“ aus oder installiere das Programm neu.</translation>
  </message>
  <message>
   <source>Run “python3 dev.py setup”: it installs or names the system libraries that Qt needs.</source>
   <translation>Führe „python3 dev.py setup“ aus: Es installiert oder nennt die Systembibliotheken, die Qt braucht.</translation>
  </message>
  <message>
   <source>Run “python3 dev.py setup”: the lettering fonts come with the libraries.</source>
   <translation>Führe „python3 dev.py setup“ aus: Die Schriften kommen mit den Bibliotheken.</translation>
  </message>
  <message>
   <source>Runs off the photo</source>
   <translation>Läuft aus dem Foto</translation>
  </message>
  <message>
   <source>Runs on coffee</source>
   <translation>Läuft mit Kaffee</translation>
  </message>
  <message>
   <source>SD card or USB stick</source>
   <translation>SD-Karte oder USB-Stick</translation>
  </message>
  <message>
   <source>Safe harbour</source>
   <translation>Sicherer Hafen</translation>
  </message>
  <message>
   <source>Safe place for keys</source>
   <translation>Sicherer Ort für Schlüssel</translation>
  </message>
  <message>
   <source>Sample photo: Eileen Collins, NASA</source>
   <translation>Beispielfoto: Eileen Collins, NASA</translation>
  </message>
  <message>
   <source>Sampler</source>
   <translation>Sampler</translation>
  </message>
  <message>
   <source>Sans</source>
   <translation>Serifenlos</translation>
  </message>
  <message>
   <source>Sans, bold</source>
   <translation>Serifenlos, fett</translation>
  </message>
  <message>
   <source>Save a turntable…</source>
   <translation>Drehteller speichern …</translation>
  </message>
  <message>
   <source>Save file</source>
   <translation>Datei speichern</translation>
  </message>
  <message>
   <source>Save file…</source>
   <translation>Datei speichern …</translation>
  </message>
  <message>
   <source>Save picture</source>
   <translation>Bild speichern</translation>
  </message>
  <message>
   <source>Save picture as PNG…</source>
   <translation>Bild als PNG speichern …</translation>
  </message>
  <message>
   <source>Save the model as STL, OBJ, PLY, GLB or 3MF.</source>
   <translation>Speichere das Modell als STL, OBJ, PLY, GLB oder 3MF.</translation>
  </message>
  <message>
   <source>Save the picture first, or copy it and press Paste.</source>
   <translation>Speichere das Bild zuerst oder kopiere es und drück „Einfügen“.</translation>
  </message>
  <message>
   <source>Save this picture…</source>
   <translation>Dieses Bild speichern …</translation>
  </message>
  <message>
   <source>Save to SD card</source>
   <translation>Auf SD-Karte speichern</translation>
  </message>
  <message>
   <source>Save to USB stick</source>
   <translation>Auf USB-Stick speichern</translation>
  </message>
  <message>
   <source>Save to {label}</source>
   <translation>Auf {label} speichern</translation>
  </message>
  <message>
   <source>Save turntable</source>
   <translation>Drehteller speichern</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>Saved with “Export (API)”; %prompt%, %seed%, %width% and %height% are filled in.</source>
   <translation>Mit „Export (API)“ gespeichert; %prompt%, %seed%, %width% und %height% werden eingesetzt.</translation>
  </message>
  <message>
   <source>Saved “{name}”</source>
   <translation>„{name}“ gespeichert</translation>
  </message>
  <message>
   <source>Saves the G-code file into a folder of this computer and reads it back to be sure.</source>
   <translation>Speichert die G-Code-Datei in einen Ordner dieses Computers und liest sie zur Sicherheit zurück.</translation>
  </message>
  <message>
   <source>Saves the G-code file onto a card or stick, with a name printers can show, and reads it back.</source>
   <translation>Speichert die G-Code-Datei auf Karte oder Stick, mit einem Namen, den Drucker anzeigen können, und liest sie zurück.</translation>
  </message>
  <message>
   <source>Saving</source>
   <translation>Wird gespeichert</translation>
  </message>
  <message>
   <source>Saving to {place}</source>
   <translation>Speichern auf {place}</translation>
  </message>
  <message>
   <source>Saving: {link}</source>
   <translation>Wird gespeichert: {link}</translation>
  </message>
  <message>
   <source>Sawdust and glory</source>
   <translation>Späne und Ruhm</translation>
  </message>
  <message>
   <source>Say --yes to agree with the price.</source>
   <translation>Stimme dem Preis mit --yes zu.</translation>
  </message>
  <message>
   <source>Say it in other words</source>
   <translation>Mit anderen Worten sagen</translation>
  </message>
  <message>
   <source>Say it in other words and try again; such filters often err.</source>
   <translation>Sag es mit anderen Worten und versuch es noch einmal; solche Filter irren oft.</translation>
  </message>
  <message>
   <source>Say where the file is to be saved.</source>
   <translation>Sag, wohin die Datei gespeichert werden soll.</translation>
  </message>
  <message>
   <source>Say which: {choices}.</source>
   <translation>Sag, welcher: {choices}.</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>Bildschirm</translation>
  </message>
  <message>
   <source>Screw holes</source>
   <translation>Schraublöcher</translation>
  </message>
  <message>
   <source>Script</source>
   <translation>Schreibschrift</translation>
  </message>
  <message>
   <source>Sculpting: {product}</source>
   <translation>Wird modelliert: {product}</translation>
  </message>
  <message>
   <source>Sculpture</source>
   <translation>Skulptur</translation>
  </message>
  <message>
   <source>Sculptures</source>
   <translation>Skulpturen</translation>
  </message>
  <message>
   <source>Sculptures…</source>
   <translation>Skulpturen …</translation>
  </message>
  <message>
   <source>Seam</source>
   <translation>Naht</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Search names, words, occasions</source>
   <translation>Namen, Worte, Anlässe suchen</translation>
  </message>
  <message>
   <source>Search symbols</source>
   <translation>Symbole suchen</translation>
  </message>
  <message>
   <source>Search the library</source>
   <translation>Bibliothek durchsuchen</translation>
  </message>
  <message>
   <source>Search: dog, sailing, music…</source>
   <translation>Suche: Hund, Segeln, Musik …</translation>
  </message>
  <message>
   <source>Second line</source>
   <translation>Zweite Zeile</translation>
  </message>
  <message>
   <source>Second symbol</source>
   <translation>Zweites Symbol</translation>
  </message>
  <message>
   <source>Sections of the settings</source>
   <translation>Bereiche der Einstellungen</translation>
  </message>
  <message>
   <source>See: {command} --help</source>
   <translation>Siehe: {command} --help</translation>
  </message>
  <message>
   <source>Seed: {seed}</source>
   <translation>Startwert: {seed}</translation>
  </message>
  <message>
   <source>Sending the picture</source>
   <translation>Das Bild wird geschickt</translation>
  </message>
  <message>
   <source>Sensible size</source>
   <translation>Sinnvolle Größe</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>Sent with love</source>
   <translation>Mit lieben Grüßen</translation>
  </message>
  <message>
   <source>Serif</source>
   <translation>Mit Serifen</translation>
  </message>
  <message>
   <source>Serif, bold</source>
   <translation>Mit Serifen, fett</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Dienste</translation>
  </message>
  <message>
   <source>Services may be in my own network</source>
   <translation>Dienste dürfen in meinem eigenen Netz sein</translation>
  </message>
  <message>
   <source>Services may refuse “{word}”.</source>
   <translation>Dienste lehnen „{word}“ manchmal ab.</translation>
  </message>
  <message>
   <source>Services…</source>
   <translation>Dienste …</translation>
  </message>
  <message>
   <source>Set MEMOREEZ_DEBUG=1 to see the details, and please report it.</source>
   <translation>Setze MEMOREEZ_DEBUG=1, um die Einzelheiten zu sehen, und melde es bitte.</translation>
  </message>
  <message>
   <source>Set NUMBA_CACHE_DIR to a folder that can be written; else every start takes half a minute.</source>
   <translation>Setze NUMBA_CACHE_DIR auf einen beschreibbaren Ordner; sonst dauert jeder Start eine halbe Minute.</translation>
  </message>
  <message>
   <source>Set in the face “{face}”.</source>
   <translation>In der Schrift „{face}“ gesetzt.</translation>
  </message>
  <message>
   <source>Set in {count} lines.</source>
   <translation>In {count} Zeilen gesetzt.</translation>
  </message>
  <message>
   <source>Set its size first: files often come in inches or metres.</source>
   <translation>Stelle zuerst die Größe ein: Dateien kommen oft in Zoll oder Metern.</translation>
  </message>
  <message>
   <source>Set pause_gcode or color_change_gcode of the printer.</source>
   <translation>Setze pause_gcode oder color_change_gcode des Druckers.</translation>
  </message>
  <message>
   <source>Set the size of its longest side instead.</source>
   <translation>Stelle stattdessen die Größe der längsten Seite ein.</translation>
  </message>
  <message>
   <source>Set up a service…</source>
   <translation>Dienst einrichten …</translation>
  </message>
  <message>
   <source>Set {variable} instead. {why}</source>
   <translation>Setze stattdessen {variable}. {why}</translation>
  </message>
  <message>
   <source>Setting the letters</source>
   <translation>Buchstaben werden gesetzt</translation>
  </message>
  <message>
   <source>Setting the small line</source>
   <translation>Kleine Zeile wird gesetzt</translation>
  </message>
  <message>
   <source>Setting up the 3D view</source>
   <translation>3D-Ansicht wird eingerichtet</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <source>Several drives are plugged in.</source>
   <translation>Es stecken mehrere Laufwerke.</translation>
  </message>
  <message>
   <source>Several subjects</source>
   <translation>Mehrere Motive</translation>
  </message>
  <message>
   <source>Shadows</source>
   <translation>Schatten</translation>
  </message>
  <message>
   <source>Shape</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Shaping the keepsake</source>
   <translation>Das Andenken wird geformt</translation>
  </message>
  <message>
   <source>Shaping: {kind}</source>
   <translation>Wird geformt: {kind}</translation>
  </message>
  <message>
   <source>Sharp, with clear light and shade.</source>
   <translation>Scharf, mit klarem Licht und Schatten.</translation>
  </message>
  <message>
   <source>Shorten it by about {count} letters.</source>
   <translation>Kürze es um etwa {count} Buchstaben.</translation>
  </message>
  <message>
   <source>Shorten it or choose a larger diameter.</source>
   <translation>Kürze es oder wähle einen größeren Durchmesser.</translation>
  </message>
  <message>
   <source>Shorten it or choose a larger size.</source>
   <translation>Kürze es oder wähle eine größere Größe.</translation>
  </message>
  <message>
   <source>Shorten it or make the keepsake larger.</source>
   <translation>Kürze es oder mach das Andenken größer.</translation>
  </message>
  <message>
   <source>Shorten it or make the nameplate wider.</source>
   <translation>Kürze es oder mach das Namensschild breiter.</translation>
  </message>
  <message>
   <source>Shorten it or use a larger size.</source>
   <translation>Kürze es oder mach es größer.</translation>
  </message>
  <message>
   <source>Shorten it, make the pedestal higher, or put it on another place.</source>
   <translation>Kürzen Sie ihn, machen Sie den Sockel höher oder setzen Sie ihn an eine andere Stelle.</translation>
  </message>
  <message>
   <source>Shorten it, or use a link to it.</source>
   <translation>Kürzen Sie ihn oder verwenden Sie einen Link darauf.</translation>
  </message>
  <message>
   <source>Shorten “{text}” by about {count} letters.</source>
   <translation>Kürze „{text}“ um etwa {count} Buchstaben.</translation>
  </message>
  <message>
   <source>Shortest way</source>
   <translation>Kürzester Weg</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show files</source>
   <translation>Dateien zeigen</translation>
  </message>
  <message>
   <source>Show pictures while they are drawn</source>
   <translation>Bilder schon beim Zeichnen zeigen</translation>
  </message>
  <message>
   <source>Show prompt…</source>
   <translation>Prompt zeigen …</translation>
  </message>
  <message>
   <source>Show the model before: {step}</source>
   <translation>Das Modell vorher zeigen: {step}</translation>
  </message>
  <message>
   <source>Show the other half</source>
   <translation>Die andere Hälfte zeigen</translation>
  </message>
  <message>
   <source>Show the photo as it came</source>
   <translation>Das Foto zeigen, wie es kam</translation>
  </message>
  <message>
   <source>Show the raw file</source>
   <translation>Rohdatei zeigen</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Eingabe zeigen</translation>
  </message>
  <message>
   <source>Show: {finding}</source>
   <translation>Zeigen: {finding}</translation>
  </message>
  <message>
   <source>Shows the way</source>
   <translation>Weist den Weg</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Side of the picture</source>
   <translation>Seitenlänge des Bildes</translation>
  </message>
  <message>
   <source>Silk PLA</source>
   <translation>Silk-PLA</translation>
  </message>
  <message>
   <source>Simple meshes within seconds and for little money; few fine details.</source>
   <translation>Einfache Netze in Sekunden und für wenig Geld; kaum feine Einzelheiten.</translation>
  </message>
  <message>
   <source>Since Memoreez was started: to whom and how much, never what.</source>
   <translation>Seit dem Start von Memoreez: an wen und wie viel, nie was.</translation>
  </message>
  <message>
   <source>Six strings</source>
   <translation>Sechs Saiten</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Size in millimetres</source>
   <translation>Größe in Millimetern</translation>
  </message>
  <message>
   <source>Skirt, brim</source>
   <translation>Schürze, Brim</translation>
  </message>
  <message>
   <source>Slab serif</source>
   <translation>Egyptienne</translation>
  </message>
  <message>
   <source>Sleep well</source>
   <translation>Schlaf gut</translation>
  </message>
  <message>
   <source>Slice it without the spiral, or choose a model in one piece.</source>
   <translation>Slice es ohne Spirale, oder wähle ein Modell aus einem Stück.</translation>
  </message>
  <message>
   <source>Slice now</source>
   <translation>Jetzt slicen</translation>
  </message>
  <message>
   <source>Slice the model again.</source>
   <translation>Slice das Modell noch einmal.</translation>
  </message>
  <message>
   <source>Sliced</source>
   <translation>Geslict</translation>
  </message>
  <message>
   <source>Sliced before</source>
   <translation>Schon geslict</translation>
  </message>
  <message>
   <source>Sliced in {time}</source>
   <translation>Geslict in {time}</translation>
  </message>
  <message>
   <source>Slicing</source>
   <translation>Slicen</translation>
  </message>
  <message>
   <source>Slicing in a moment</source>
   <translation>Slicen beginnt gleich</translation>
  </message>
  <message>
   <source>Slide the small lock on the card's edge the other way, or use another drive.</source>
   <translation>Schieb den kleinen Riegel an der Karte in die andere Richtung oder nimm ein anderes Laufwerk.</translation>
  </message>
  <message>
   <source>Slopes</source>
   <translation>Neigung</translation>
  </message>
  <message>
   <source>Snapshot {number}</source>
   <translation>Momentaufnahme {number}</translation>
  </message>
  <message>
   <source>Snapshots</source>
   <translation>Momentaufnahmen</translation>
  </message>
  <message>
   <source>Snowflake</source>
   <translation>Schneeflocke</translation>
  </message>
  <message>
   <source>Solid fill</source>
   <translation>Massive Füllung</translation>
  </message>
  <message>
   <source>Solid meshes by the ComfyUI you run for pictures, with real progress.</source>
   <translation>Volle Netze mit dem ComfyUI, das du für Bilder betreibst, mit echtem Fortschritt.</translation>
  </message>
  <message>
   <source>Solid meshes on a graphics card of your own, with nobody to pay.</source>
   <translation>Volle Netze auf der eigenen Grafikkarte, ohne dass jemand zu bezahlen ist.</translation>
  </message>
  <message>
   <source>Some of it is thinner than {line:.2f} mm, one line of the nozzle.</source>
   <translation>Manches ist dünner als {line:.2f} mm, eine Linie der Düse.</translation>
  </message>
  <message>
   <source>Some servers need it; OpenAI's newer models refuse it.</source>
   <translation>Manche Server brauchen es; neuere Modelle von OpenAI lehnen es ab.</translation>
  </message>
  <message>
   <source>Some walls are thinner than {width:.1f} mm and break easily.</source>
   <translation>Manche Wände sind dünner als {width:.1f} mm und brechen leicht.</translation>
  </message>
  <message>
   <source>Something shall happen at a height of {height} mm, but the print ends at {top} mm.</source>
   <translation>Bei {height} mm soll etwas geschehen, aber der Druck endet bei {top} mm.</translation>
  </message>
  <message>
   <source>Something to stand on.</source>
   <translation>Etwas, worauf es steht.</translation>
  </message>
  <message>
   <source>Something went wrong inside the program ({place}).</source>
   <translation>Im Programm ist etwas schiefgegangen ({place}).</translation>
  </message>
  <message>
   <source>Something went wrong.</source>
   <translation>Etwas ist schiefgegangen.</translation>
  </message>
  <message>
   <source>Space between letters</source>
   <translation>Abstand der Buchstaben</translation>
  </message>
  <message>
   <source>Space between lines</source>
   <translation>Abstand der Zeilen</translation>
  </message>
  <message>
   <source>Spacing</source>
   <translation>Laufweite</translation>
  </message>
  <message>
   <source>Square</source>
   <translation>Quadrat</translation>
  </message>
  <message>
   <source>Square and round ones are half as wide.</source>
   <translation>Quadratische und runde sind halb so breit.</translation>
  </message>
  <message>
   <source>Stability AI</source>
   <translation>Stability AI</translation>
  </message>
  <message>
   <source>Stability AI 3D</source>
   <translation>Stability AI 3D</translation>
  </message>
  <message>
   <source>Stable Diffusion web UI</source>
   <translation>Stable Diffusion Web-UI</translation>
  </message>
  <message>
   <source>Stable Image by its makers. The sd3.5 models can use your photo.</source>
   <translation>Stable Image von seinen Machern. Die Modelle sd3.5 können dein Foto verwenden.</translation>
  </message>
  <message>
   <source>Stamp</source>
   <translation>Stempel</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>Standee</source>
   <translation>Aufsteller</translation>
  </message>
  <message>
   <source>Standing in for the sculpture</source>
   <translation>Ein Platzhalter entsteht</translation>
  </message>
  <message>
   <source>Standing symbol</source>
   <translation>Standsymbol</translation>
  </message>
  <message>
   <source>Standing the letters up</source>
   <translation>Buchstaben werden aufgestellt</translation>
  </message>
  <message>
   <source>Stands by itself</source>
   <translation>Steht von allein</translation>
  </message>
  <message>
   <source>Stands by you</source>
   <translation>Steht dir bei</translation>
  </message>
  <message>
   <source>Stands flat</source>
   <translation>Steht flach</translation>
  </message>
  <message>
   <source>Star</source>
   <translation>Stern geben</translation>
  </message>
  <message>
   <source>Star (S)</source>
   <translation>Stern geben (S)</translation>
  </message>
  <message>
   <source>Star burst</source>
   <translation>Strahlenkranz</translation>
  </message>
  <message>
   <source>Stars</source>
   <translation>Sterne</translation>
  </message>
  <message>
   <source>Start api_server.py, not the Gradio app, and check its port in the settings.</source>
   <translation>Starte api_server.py, nicht die Gradio-App, und prüfe den Port in den Einstellungen.</translation>
  </message>
  <message>
   <source>Start it with --api, and check the address in the settings.</source>
   <translation>Starte ihn mit --api, und prüfe die Adresse in den Einstellungen.</translation>
  </message>
  <message>
   <source>Start my own</source>
   <translation>Selbst anfangen</translation>
  </message>
  <message>
   <source>Steeper than</source>
   <translation>Steiler als</translation>
  </message>
  <message>
   <source>Stencil</source>
   <translation>Schablone</translation>
  </message>
  <message>
   <source>Stepped</source>
   <translation>Gestuft</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>Stitch by stitch</source>
   <translation>Stich für Stich</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Angehalten.</translation>
  </message>
  <message>
   <source>Stopped. Nothing was saved.</source>
   <translation>Angehalten. Nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>Store a key with “memoreez provider-key {id}”, or set {variable}.</source>
   <translation>Speichere einen Schlüssel mit „memoreez provider-key {id}“ oder setze {variable}.</translation>
  </message>
  <message>
   <source>Store it with “memoreez provider-key {id}”, or set {variable}.</source>
   <translation>Speichere ihn mit „memoreez provider-key {id}“ oder setze {variable}.</translation>
  </message>
  <message>
   <source>Stories, photos, pictures, models and print files, all on this computer.</source>
   <translation>Geschichten, Fotos, Bilder, Modelle und Druckdateien, alles auf diesem Computer.</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Geschichte</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>Gerade</translation>
  </message>
  <message>
   <source>Straighten</source>
   <translation>Ausrichten</translation>
  </message>
  <message>
   <source>Striking the disc</source>
   <translation>Scheibe wird geprägt</translation>
  </message>
  <message>
   <source>Striking the relief</source>
   <translation>Relief wird geprägt</translation>
  </message>
  <message>
   <source>Strokes are {width:.2f} mm heavier.</source>
   <translation>Striche sind {width:.2f} mm kräftiger.</translation>
  </message>
  <message>
   <source>Strong</source>
   <translation>Stark</translation>
  </message>
  <message>
   <source>Studio</source>
   <translation>Studio</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Motiv</translation>
  </message>
  <message>
   <source>Support</source>
   <translation>Stützen</translation>
  </message>
  <message>
   <source>Support surface</source>
   <translation>Stützfläche</translation>
  </message>
  <message>
   <source>Supports</source>
   <translation>Stützen</translation>
  </message>
  <message>
   <source>Supports are switched off.</source>
   <translation>Stützen sind ausgeschaltet.</translation>
  </message>
  <message>
   <source>Supports carry them from below; without any they fall down while printing.</source>
   <translation>Stützen tragen sie von unten; ohne fallen sie beim Drucken herunter.</translation>
  </message>
  <message>
   <source>Supports inside a closed hollow cannot be removed: turn the model, or open the hollow.</source>
   <translation>Stützen in einem geschlossenen Hohlraum lassen sich nicht entfernen: Dreh das Modell oder öffne den Hohlraum.</translation>
  </message>
  <message>
   <source>Supports leave marks where they touch. Upright they rarely touch a face.</source>
   <translation>Stützen lassen Spuren, wo sie anliegen. Aufrecht treffen sie selten ein Gesicht.</translation>
  </message>
  <message>
   <source>Supports only from the bed</source>
   <translation>Stützen nur vom Druckbett</translation>
  </message>
  <message>
   <source>Supports were added under {area:.0f} mm².</source>
   <translation>Stützen wurden unter {area:.0f} mm² gesetzt.</translation>
  </message>
  <message>
   <source>Supports were added under {area:.1f} cm².</source>
   <translation>Stützen wurden unter {area:.1f} cm² gesetzt.</translation>
  </message>
  <message>
   <source>Surfaces made anew because they crossed or could not be closed: {count}. Details below {cell:.2g} mm are lost there.</source>
   <translation>Neu gebildete Oberflächen, die sich kreuzten oder nicht zu schließen waren: {count}. Einzelheiten unter {cell:.2g} mm gehen dort verloren.</translation>
  </message>
  <message>
   <source>Switch it off above to test or use a service.</source>
   <translation>Schalte es oben aus, um einen Dienst zu testen oder zu nutzen.</translation>
  </message>
  <message>
   <source>Switch it online in the settings, or go on with the studio, which needs no network.</source>
   <translation>Schalte es in den Einstellungen online, oder mach mit dem Studio weiter, das kein Netz braucht.</translation>
  </message>
  <message>
   <source>Symbol</source>
   <translation>Symbol</translation>
  </message>
  <message>
   <source>Symbol above the name</source>
   <translation>Symbol über dem Namen</translation>
  </message>
  <message>
   <source>Symbol alone</source>
   <translation>Nur das Symbol</translation>
  </message>
  <message>
   <source>Symbol beside the name</source>
   <translation>Symbol neben dem Namen</translation>
  </message>
  <message>
   <source>Symbol: {name}</source>
   <translation>Symbol: {name}</translation>
  </message>
  <message>
   <source>Symbols</source>
   <translation>Symbole</translation>
  </message>
  <message>
   <source>Symbols that would fit</source>
   <translation>Symbole, die passen würden</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Etikett</translation>
  </message>
  <message>
   <source>Take a stand</source>
   <translation>Standfest</translation>
  </message>
  <message>
   <source>Take it out; what is missing has its usual value.</source>
   <translation>Nimm ihn heraus; was fehlt, hat seinen üblichen Wert.</translation>
  </message>
  <message>
   <source>Take the star away</source>
   <translation>Stern nehmen</translation>
  </message>
  <message>
   <source>Take the star away (S)</source>
   <translation>Stern nehmen (S)</translation>
  </message>
  <message>
   <source>Takes out the inside: saves resin, or leaves room to fill it.</source>
   <translation>Nimmt das Innere heraus: spart Harz oder lässt Platz, es zu füllen.</translation>
  </message>
  <message>
   <source>Taking its picture</source>
   <translation>Bild wird aufgenommen</translation>
  </message>
  <message>
   <source>Taking pictures</source>
   <translation>Bilder werden gemacht</translation>
  </message>
  <message>
   <source>Taking surfaces apart</source>
   <translation>Flächen werden getrennt</translation>
  </message>
  <message>
   <source>Tall</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>Tea first</source>
   <translation>Erst mal Tee</translation>
  </message>
  <message>
   <source>Tea light holder</source>
   <translation>Teelichthalter</translation>
  </message>
  <message>
   <source>Tell a name, a passion or a story, or give a photo.</source>
   <translation>Nenne einen Namen, eine Leidenschaft oder eine Geschichte, oder gib ein Foto an.</translation>
  </message>
  <message>
   <source>Tell a story</source>
   <translation>Geschichte erzählen</translation>
  </message>
  <message>
   <source>Tell a story about someone or drop a photo. The ideas arrive card by card, each with its printing time, and you choose one.</source>
   <translation>Erzähl eine Geschichte über jemanden oder zieh ein Foto herein. Die Ideen kommen Karte für Karte, jede mit Druckzeit, und du wählst.</translation>
  </message>
  <message>
   <source>Tell it, or drop a photo. Choose one of the ideas, turn the real model round, and take the finished print file to your printer.</source>
   <translation>Erzähl sie oder zieh ein Foto herein. Wähle eine der Ideen, dreh das echte Modell und nimm die fertige Druckdatei mit zu deinem Drucker.</translation>
  </message>
  <message>
   <source>Tell whose it is, or write a text line for it.</source>
   <translation>Sag, wem es gehört, oder schreib eine Textzeile dafür.</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Testen</translation>
  </message>
  <message>
   <source>Test failed</source>
   <translation>Test misslungen</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Text removed</source>
   <translation>Text entfernt</translation>
  </message>
  <message>
   <source>Text: {words}</source>
   <translation>Text: {words}</translation>
  </message>
  <message>
   <source>Texts</source>
   <translation>Texte</translation>
  </message>
  <message>
   <source>That is fine, unless it needs supports: nobody can take them out.</source>
   <translation>Das macht nichts, solange er keine Stützen braucht: Niemand bekommt sie heraus.</translation>
  </message>
  <message>
   <source>That much usually prints without supports, a little rougher below.</source>
   <translation>So viel gelingt meist ohne Stützen, unten etwas rauer.</translation>
  </message>
  <message>
   <source>That very day</source>
   <translation>Genau dieser Tag</translation>
  </message>
  <message>
   <source>The G-code cannot be written to “{folder}”.</source>
   <translation>Der G-Code lässt sich nicht nach „{folder}“ schreiben.</translation>
  </message>
  <message>
   <source>The Print page begins with these and can choose others for one keepsake.</source>
   <translation>Die Seite „Drucken“ beginnt damit und kann für ein einzelnes Andenken anderes wählen.</translation>
  </message>
  <message>
   <source>The address of a tunnel that leads to the port below, as https://…</source>
   <translation>Die Adresse eines Tunnels, der zum Port darunter führt, etwa https://…</translation>
  </message>
  <message>
   <source>The address “{url}” is not one.</source>
   <translation>„{url}“ ist keine Adresse.</translation>
  </message>
  <message>
   <source>The answer of {host} was larger than {size} MB and was not read.</source>
   <translation>Die Antwort von {host} war größer als {size} MB und wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>The answer of {service} could not be understood.</source>
   <translation>Die Antwort von {service} war nicht zu verstehen.</translation>
  </message>
  <message>
   <source>The better cut-out needs ONNX Runtime, which is not installed.</source>
   <translation>Das bessere Freistellen braucht ONNX Runtime, das nicht installiert ist.</translation>
  </message>
  <message>
   <source>The built-in templates wrote the prompts</source>
   <translation>Die eingebauten Vorlagen haben die Prompts geschrieben</translation>
  </message>
  <message>
   <source>The card may be worn out or a fake; try another one.</source>
   <translation>Die Karte ist vielleicht verschlissen oder gefälscht; versuche eine andere.</translation>
  </message>
  <message>
   <source>The cat rules</source>
   <translation>Die Katze regiert</translation>
  </message>
  <message>
   <source>The certificate file in the settings cannot be read.</source>
   <translation>Die Zertifikatsdatei in den Einstellungen ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The certificate of {host} is not trusted.</source>
   <translation>Dem Zertifikat von {host} wird nicht vertraut.</translation>
  </message>
  <message>
   <source>The certificates in “{name}” are damaged.</source>
   <translation>Die Zertifikate in „{name}“ sind beschädigt.</translation>
  </message>
  <message>
   <source>The code has a plate of its own, {size} mm wide, as it needs level ground. A pedestal has some.</source>
   <translation>Der Code hat eine eigene Platte, {size} mm breit, denn er braucht ebenen Grund. Ein Sockel hat welchen.</translation>
  </message>
  <message>
   <source>The code needs {side} mm, and there is room for {room} mm.</source>
   <translation>Der Code braucht {side} mm, und Platz ist für {room} mm.</translation>
  </message>
  <message>
   <source>The connection to {host} broke off.</source>
   <translation>Die Verbindung zu {host} brach ab.</translation>
  </message>
  <message>
   <source>The cookie's longer side.</source>
   <translation>Die längere Seite des Plätzchens.</translation>
  </message>
  <message>
   <source>The copy on the drive is not the same as the original.</source>
   <translation>Die Kopie auf dem Laufwerk ist nicht dieselbe wie das Original.</translation>
  </message>
  <message>
   <source>The credit of the programming interface is kept apart from that of Tripo's web site.</source>
   <translation>Das Guthaben der Programmschnittstelle wird getrennt von dem der Tripo-Webseite geführt.</translation>
  </message>
  <message>
   <source>The design is too large for its fineness.</source>
   <translation>Der Entwurf ist zu groß für seine Feinheit.</translation>
  </message>
  <message>
   <source>The disk with the library is full.</source>
   <translation>Das Laufwerk mit der Bibliothek ist voll.</translation>
  </message>
  <message>
   <source>The download does not go on.</source>
   <translation>Das Herunterladen geht nicht weiter.</translation>
  </message>
  <message>
   <source>The drive is write-protected.</source>
   <translation>Das Laufwerk ist schreibgeschützt.</translation>
  </message>
  <message>
   <source>The extra mile</source>
   <translation>Noch ein Kilometer</translation>
  </message>
  <message>
   <source>The file does not say. Nothing but the size depends on it.</source>
   <translation>Die Datei sagt es nicht. Nur die Größe hängt davon ab.</translation>
  </message>
  <message>
   <source>The file has no size of its own: how tall shall it be?</source>
   <translation>Die Datei hat keine eigene Größe: Wie hoch soll das Modell werden?</translation>
  </message>
  <message>
   <source>The file is in metres: {size} mm.</source>
   <translation>Die Datei ist in Metern: {size} mm.</translation>
  </message>
  <message>
   <source>The file is larger than a FAT32 drive can hold (4 GB).</source>
   <translation>Die Datei ist größer, als ein FAT32-Laufwerk fasst (4 GB).</translation>
  </message>
  <message>
   <source>The file says its unit: {size} mm.</source>
   <translation>Die Datei nennt ihre Einheit: {size} mm.</translation>
  </message>
  <message>
   <source>The file was probably made in inches, or without a unit. Set the size.</source>
   <translation>Die Datei war wohl in Zoll oder ohne Einheit. Stelle die Größe ein.</translation>
  </message>
  <message>
   <source>The file was probably made in metres: {size:.0f} mm. Set the size.</source>
   <translation>Die Datei war wohl in Metern: {size:.0f} mm. Stelle die Größe ein.</translation>
  </message>
  <message>
   <source>The files of the library are all still there.</source>
   <translation>Die Dateien der Bibliothek sind alle noch da.</translation>
  </message>
  <message>
   <source>The filter of {service} refused this picture.</source>
   <translation>Der Filter von {service} hat dieses Bild abgelehnt.</translation>
  </message>
  <message>
   <source>The folder “{name}” may not be read.</source>
   <translation>Der Ordner „{name}“ darf nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The font {name} cannot be read.</source>
   <translation>Die Schrift {name} ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The future is here</source>
   <translation>Die Zukunft ist da</translation>
  </message>
  <message>
   <source>The geometry worker stopped unexpectedly.</source>
   <translation>Der Geometrie-Prozess ist unerwartet stehen geblieben.</translation>
  </message>
  <message>
   <source>The golden moment</source>
   <translation>Goldener Moment</translation>
  </message>
  <message>
   <source>The hole would break out at the side.</source>
   <translation>Das Loch würde seitlich ausbrechen.</translation>
  </message>
  <message>
   <source>The house of {name}</source>
   <translation>Ein Wappen für {name}</translation>
  </message>
  <message>
   <source>The key for {host} has a character in it that no key has.</source>
   <translation>In dem Schlüssel für {host} ist ein Zeichen, das in keinem Schlüssel vorkommt.</translation>
  </message>
  <message>
   <source>The key is accepted, and the model is there.</source>
   <translation>Der Schlüssel wird angenommen, und das Modell ist da.</translation>
  </message>
  <message>
   <source>The key is accepted, and the model is there: {usd} USD for one {unit}.</source>
   <translation>Der Schlüssel gilt, und das Modell ist da: {usd} USD für ein {unit}.</translation>
  </message>
  <message>
   <source>The key is accepted.</source>
   <translation>Der Schlüssel wird angenommen.</translation>
  </message>
  <message>
   <source>The key is accepted; {count} machines are awake.</source>
   <translation>Der Schlüssel wird angenommen; {count} Maschinen sind wach.</translation>
  </message>
  <message>
   <source>The key is accepted; {credits} credits are left.</source>
   <translation>Der Schlüssel wird angenommen; {credits} Credits sind übrig.</translation>
  </message>
  <message>
   <source>The key of {provider} is forgotten.</source>
   <translation>Der Schlüssel von {provider} ist vergessen.</translation>
  </message>
  <message>
   <source>The key of {provider} is in the keyring.</source>
   <translation>Der Schlüssel von {provider} liegt im Schlüsselbund.</translation>
  </message>
  <message>
   <source>The key was not stored: there is no safe place for it.</source>
   <translation>Der Schlüssel wurde nicht gespeichert: Es gibt keinen sicheren Ort dafür.</translation>
  </message>
  <message>
   <source>The key works</source>
   <translation>Der Schlüssel funktioniert</translation>
  </message>
  <message>
   <source>The last ones: {names}.</source>
   <translation>Die letzten: {names}.</translation>
  </message>
  <message>
   <source>The last piece</source>
   <translation>Das letzte Teil</translation>
  </message>
  <message>
   <source>The lettering fonts are missing.</source>
   <translation>Die Schriften für die Beschriftung fehlen.</translation>
  </message>
  <message>
   <source>The library has no such entry.</source>
   <translation>Die Bibliothek hat keinen solchen Eintrag.</translation>
  </message>
  <message>
   <source>The library was written by a newer version of the program.</source>
   <translation>Die Bibliothek wurde von einer neueren Version des Programms geschrieben.</translation>
  </message>
  <message>
   <source>The library's database is damaged and could not be set aside.</source>
   <translation>Die Datenbank der Bibliothek ist beschädigt und ließ sich nicht beiseitelegen.</translation>
  </message>
  <message>
   <source>The library's database said no: {reason}.</source>
   <translation>Die Datenbank der Bibliothek hat abgelehnt: {reason}.</translation>
  </message>
  <message>
   <source>The library's database was damaged. It was set aside as “{name}” and a new one was started; every picture, model and G-code file is still in the data folder.</source>
   <translation>Die Datenbank der Bibliothek war beschädigt. Sie wurde als „{name}“ beiseitegelegt und eine neue begonnen; alle Bilder, Modelle und G-Code-Dateien liegen noch im Datenordner.</translation>
  </message>
  <message>
   <source>The library's folder cannot be written.</source>
   <translation>In den Ordner der Bibliothek lässt sich nicht schreiben.</translation>
  </message>
  <message>
   <source>The licence of Hunyuan3D does not hold in the European Union, the United Kingdom and South Korea.</source>
   <translation>Die Lizenz von Hunyuan3D gilt nicht in der Europäischen Union, im Vereinigten Königreich und in Südkorea.</translation>
  </message>
  <message>
   <source>The link to the result has expired (answer {code}).</source>
   <translation>Der Link zum Ergebnis ist abgelaufen (Antwort {code}).</translation>
  </message>
  <message>
   <source>The list is in the clipboard.</source>
   <translation>Die Liste ist in der Zwischenablage.</translation>
  </message>
  <message>
   <source>The long way up</source>
   <translation>Der lange Weg nach oben</translation>
  </message>
  <message>
   <source>The lowest {cut} mm of the figure were cut flat for the pedestal.</source>
   <translation>Die untersten {cut} mm der Figur wurden für den Sockel flach abgeschnitten.</translation>
  </message>
  <message>
   <source>The makers of FLUX. Can use your photo; an order that was interrupted can be fetched later.</source>
   <translation>Die Macher von FLUX. Kann dein Foto verwenden; eine unterbrochene Bestellung lässt sich später abholen.</translation>
  </message>
  <message>
   <source>The model falls into {count} separate pieces.</source>
   <translation>Das Modell zerfällt in {count} einzelne Teile.</translation>
  </message>
  <message>
   <source>The model has corners at no place at all (not a number).</source>
   <translation>Das Modell hat Ecken, die nirgendwo liegen (keine Zahl).</translation>
  </message>
  <message>
   <source>The model has no surface.</source>
   <translation>Das Modell hat keine Oberfläche.</translation>
  </message>
  <message>
   <source>The model is inside out, or a surface without a body.</source>
   <translation>Das Modell ist nach innen gestülpt oder eine Oberfläche ohne Körper.</translation>
  </message>
  <message>
   <source>The model is inside out.</source>
   <translation>Das Modell ist nach innen gestülpt.</translation>
  </message>
  <message>
   <source>The model is not a closed surface.</source>
   <translation>Das Modell hat keine geschlossene Oberfläche.</translation>
  </message>
  <message>
   <source>The model is thinner than one layer ({height} mm).</source>
   <translation>Das Modell ist dünner als eine Schicht ({height} mm).</translation>
  </message>
  <message>
   <source>The model is {x} × {y} × {z} mm; {printer} has room for {room_x} × {room_y} × {room_z} mm.</source>
   <translation>Das Modell misst {x} × {y} × {z} mm; {printer} hat Platz für {room_x} × {room_y} × {room_z} mm.</translation>
  </message>
  <message>
   <source>The model “{name}” is not on this computer.</source>
   <translation>Das Modell „{name}“ ist nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>The object is cut off at the edge of the picture.</source>
   <translation>Der Gegenstand ist am Bildrand abgeschnitten.</translation>
  </message>
  <message>
   <source>The open road</source>
   <translation>Freie Fahrt</translation>
  </message>
  <message>
   <source>The order goes on there and can be fetched later.</source>
   <translation>Die Bestellung läuft dort weiter und lässt sich später abholen.</translation>
  </message>
  <message>
   <source>The order goes on there and can be fetched later; a new one may be charged again.</source>
   <translation>Die Bestellung läuft dort weiter und lässt sich später abholen; eine neue kann noch einmal berechnet werden.</translation>
  </message>
  <message>
   <source>The outline follows the subject.</source>
   <translation>Der Umriss folgt dem Motiv.</translation>
  </message>
  <message>
   <source>The parts of the model could not be joined into one closed surface.</source>
   <translation>Die Teile des Modells ließen sich nicht zu einer geschlossenen Oberfläche verbinden.</translation>
  </message>
  <message>
   <source>The pedestal is {width} mm wide, so that the figure stands on it.</source>
   <translation>Der Sockel ist {width} mm breit, damit die Figur darauf steht.</translation>
  </message>
  <message>
   <source>The perfect wave</source>
   <translation>Die perfekte Welle</translation>
  </message>
  <message>
   <source>The photo as a small relief for the fridge, or as a coaster; prints flat.</source>
   <translation>Das Foto als kleines Relief für den Kühlschrank oder als Untersetzer; druckt liegend.</translation>
  </message>
  <message>
   <source>The photo as it will be used.</source>
   <translation>Das Foto, wie es verwendet wird.</translation>
  </message>
  <message>
   <source>The photo editor finds the subject of a photo by itself. A trained model often follows hair and fur better; where there is one, its cut-out is offered as a fourth. Photos never leave this computer for it.</source>
   <translation>Der Fotoeditor findet das Motiv eines Fotos von selbst. Ein trainiertes Modell folgt Haaren und Fell oft besser; ist eines da, wird sein Freisteller als vierter angeboten. Fotos verlassen diesen Computer dafür nie.</translation>
  </message>
  <message>
   <source>The photo stays as it was</source>
   <translation>Das Foto bleibt, wie es war</translation>
  </message>
  <message>
   <source>The photo's subject as a rounded figure on a pedestal with words; best from the front.</source>
   <translation>Das Motiv des Fotos als gewölbte Figur auf einem Sockel mit Worten; am schönsten von vorn.</translation>
  </message>
  <message>
   <source>The photo's subject struck into a medal, with words round it; prints flat.</source>
   <translation>Das Motiv des Fotos als Medaille geprägt, ringsum mit Worten; druckt flach liegend.</translation>
  </message>
  <message>
   <source>The photo's subject, cut out, with a raised outline, on a base with words.</source>
   <translation>Das Motiv des Fotos, ausgeschnitten, mit erhabenem Rand, auf einem Fuß mit Worten.</translation>
  </message>
  <message>
   <source>The picture as it is sent</source>
   <translation>Das Bild, wie es gesendet wird</translation>
  </message>
  <message>
   <source>The picture as it is shown, cut out, to your own engine.</source>
   <translation>Das Bild wie gezeigt, ausgeschnitten, an deine eigene Engine.</translation>
  </message>
  <message>
   <source>The picture as it is shown, cut out, to your own server.</source>
   <translation>Das Bild wie gezeigt, ausgeschnitten, an deinen eigenen Server.</translation>
  </message>
  <message>
   <source>The picture as it is shown, cut out.</source>
   <translation>Das Bild wie gezeigt, ausgeschnitten.</translation>
  </message>
  <message>
   <source>The picture could not be fetched (answer {status}).</source>
   <translation>Das Bild ließ sich nicht holen (Antwort {status}).</translation>
  </message>
  <message>
   <source>The picture could not be packed.</source>
   <translation>Das Bild ließ sich nicht packen.</translation>
  </message>
  <message>
   <source>The picture has no plain white ground.</source>
   <translation>Das Bild hat keinen schlichten weißen Grund.</translation>
  </message>
  <message>
   <source>The picture is on the clipboard.</source>
   <translation>Das Bild liegt in der Zwischenablage.</translation>
  </message>
  <message>
   <source>The picture shows {count} separate parts.</source>
   <translation>Das Bild zeigt {count} getrennte Teile.</translation>
  </message>
  <message>
   <source>The profile {file} could not be read: {reason}.</source>
   <translation>Das Profil {file} ließ sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <source>The profile {file} has a wrong “{key}”: {reason}.</source>
   <translation>Im Profil {file} stimmt „{key}“ nicht: {reason}.</translation>
  </message>
  <message>
   <source>The program ended while this picture was being ordered.</source>
   <translation>Das Programm endete, während dieses Bild bestellt wurde.</translation>
  </message>
  <message>
   <source>The program is switched offline.</source>
   <translation>Das Programm ist offline geschaltet.</translation>
  </message>
  <message>
   <source>The program is switched offline: only the studio draws.</source>
   <translation>Das Programm ist offline geschaltet: Nur das Studio zeichnet.</translation>
  </message>
  <message>
   <source>The prompt goes to your own server only.</source>
   <translation>Der Prompt geht nur an deinen eigenen Server.</translation>
  </message>
  <message>
   <source>The prompt, and your photo if you use one.</source>
   <translation>Der Prompt, und dein Foto, falls du eines verwendest.</translation>
  </message>
  <message>
   <source>The prompt, to your own server only.</source>
   <translation>Der Prompt, nur an deinen eigenen Server.</translation>
  </message>
  <message>
   <source>The prompt.</source>
   <translation>Der Prompt.</translation>
  </message>
  <message>
   <source>The raw sculpture</source>
   <translation>Die rohe Skulptur</translation>
  </message>
  <message>
   <source>The reason stands in the window in which the server runs; often its memory was too small.</source>
   <translation>Der Grund steht im Fenster, in dem der Server läuft; oft war sein Speicher zu klein.</translation>
  </message>
  <message>
   <source>The relief has places without thickness.</source>
   <translation>Das Relief hat Stellen ohne Dicke.</translation>
  </message>
  <message>
   <source>The result is larger than {size} MB.</source>
   <translation>Das Ergebnis ist größer als {size} MB.</translation>
  </message>
  <message>
   <source>The ring has nothing to stand on there.</source>
   <translation>Dort hat die Öse keinen Halt.</translation>
  </message>
  <message>
   <source>The sculpting engine of Memoreez as your own endpoint on rented graphics cards.</source>
   <translation>Die Modellier-Engine von Memoreez als eigener Endpunkt auf gemieteten Grafikkarten.</translation>
  </message>
  <message>
   <source>The sculpting engine of Memoreez on the web, run by yourself on this computer.</source>
   <translation>Die Modellier-Engine von Memoreez im Web, von dir selbst auf diesem Rechner betrieben.</translation>
  </message>
  <message>
   <source>The sculpture came</source>
   <translation>Die Skulptur ist da</translation>
  </message>
  <message>
   <source>The sculpture was stopped at the service.</source>
   <translation>Die Skulptur wurde beim Dienst angehalten.</translation>
  </message>
  <message>
   <source>The sculpture was stopped before it was sent.</source>
   <translation>Die Skulptur wurde angehalten, bevor sie gesendet wurde.</translation>
  </message>
  <message>
   <source>The sculpture was stopped, but it had begun.</source>
   <translation>Die Skulptur wurde angehalten, war aber schon begonnen.</translation>
  </message>
  <message>
   <source>The sculpture “{title}” came</source>
   <translation>Die Skulptur „{title}“ ist da</translation>
  </message>
  <message>
   <source>The secret spot</source>
   <translation>Der geheime Platz</translation>
  </message>
  <message>
   <source>The server answers, but has no interface for programs.</source>
   <translation>Der Server antwortet, hat aber keine Schnittstelle für Programme.</translation>
  </message>
  <message>
   <source>The server of Memoreez on the web, run by yourself. It draws four pictures for every one kept.</source>
   <translation>Der Server von Memoreez im Web, von dir selbst betrieben. Er zeichnet vier Bilder für jedes, das bleibt.</translation>
  </message>
  <message>
   <source>The server says no ({code}).</source>
   <translation>Der Server lehnt ab ({code}).</translation>
  </message>
  <message>
   <source>The server sends more than the file that was expected.</source>
   <translation>Der Server schickt mehr als die erwartete Datei.</translation>
  </message>
  <message>
   <source>The service goes on with it; it cannot be stopped there.</source>
   <translation>Der Dienst arbeitet weiter daran; dort lässt es sich nicht anhalten.</translation>
  </message>
  <message>
   <source>The settings file was damaged. It was set aside as “{name}”, and the defaults apply.</source>
   <translation>Die Einstellungsdatei war beschädigt. Sie wurde als „{name}“ beiseitegelegt, und es gelten die Vorgaben.</translation>
  </message>
  <message>
   <source>The sheet was given a thickness of {thickness:.2g} mm.</source>
   <translation>Die Fläche hat eine Dicke von {thickness:.2g} mm bekommen.</translation>
  </message>
  <message>
   <source>The size is in millimetres: {size} mm.</source>
   <translation>Die Größe ist in Millimetern: {size} mm.</translation>
  </message>
  <message>
   <source>The size of this keepsake cannot be chosen: {product}.</source>
   <translation>Die Größe dieses Andenkens ist nicht wählbar: {product}.</translation>
  </message>
  <message>
   <source>The start or end script of this printer asks for an unknown value: {name}.</source>
   <translation>Das Start- oder Endskript dieses Druckers fragt nach einem unbekannten Wert: {name}.</translation>
  </message>
  <message>
   <source>The story you typed.</source>
   <translation>Die Geschichte, die du eingegeben hast.</translation>
  </message>
  <message>
   <source>The studio does not know {options}.</source>
   <translation>Das Studio kennt {options} nicht.</translation>
  </message>
  <message>
   <source>The studio draws its own ideas meanwhile.</source>
   <translation>Das Studio zeichnet inzwischen seine eigenen Ideen.</translation>
  </message>
  <message>
   <source>The subject melts into the background: raise the exposure, or take it nearer to a window.</source>
   <translation>Das Motiv versinkt im Hintergrund: Heb die Belichtung an oder fotografiere näher am Fenster.</translation>
  </message>
  <message>
   <source>The subject runs off the edge: use a photo that shows all of it, or crop to the part you want.</source>
   <translation>Das Motiv läuft über den Rand: Nimm ein Foto, das es ganz zeigt, oder schneide auf den Teil zu, den du willst.</translation>
  </message>
  <message>
   <source>The summit calls</source>
   <translation>Der Berg ruft</translation>
  </message>
  <message>
   <source>The surface has a hole.</source>
   <translation>Die Oberfläche hat ein Loch.</translation>
  </message>
  <message>
   <source>The surface has {count} holes.</source>
   <translation>Die Oberfläche hat {count} Löcher.</translation>
  </message>
  <message>
   <source>The surface is too uneven there for a magnet of {size:.0f} mm.</source>
   <translation>Die Fläche ist dort zu uneben für einen Magneten von {size:.0f} mm.</translation>
  </message>
  <message>
   <source>The surface of this model has holes ({count} outlines do not close).</source>
   <translation>Die Oberfläche dieses Modells hat Löcher ({count} Umrisse schließen sich nicht).</translation>
  </message>
  <message>
   <source>The surfaces of this model cross each other so that nothing is inside.</source>
   <translation>Die Flächen dieses Modells kreuzen sich so, dass nichts innen liegt.</translation>
  </message>
  <message>
   <source>The symbol is {size} mm high, as the wall is no higher.</source>
   <translation>Das Symbol ist {size} mm hoch, denn höher ist die Wand nicht.</translation>
  </message>
  <message>
   <source>The symbols are missing.</source>
   <translation>Die Symbole fehlen.</translation>
  </message>
  <message>
   <source>The system's keyring refused.</source>
   <translation>Der Schlüsselbund des Systems hat abgelehnt.</translation>
  </message>
  <message>
   <source>The system's own</source>
   <translation>Die des Systems</translation>
  </message>
  <message>
   <source>The text is too long for a QR code.</source>
   <translation>Der Text ist zu lang für einen QR-Code.</translation>
  </message>
  <message>
   <source>The text is too long to go round.</source>
   <translation>Der Text ist zu lang, um herumzulaufen.</translation>
  </message>
  <message>
   <source>The underside has no room for it: {wide:.0f} mm are needed.</source>
   <translation>Die Unterseite hat dafür keinen Platz: {wide:.0f} mm sind nötig.</translation>
  </message>
  <message>
   <source>The value of “{key}” cannot be used: {reason}.</source>
   <translation>Der Wert von „{key}“ ist nicht brauchbar: {reason}.</translation>
  </message>
  <message>
   <source>The value of “{name}” cannot be read.</source>
   <translation>Der Wert von „{name}“ ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The whole gang</source>
   <translation>Die ganze Bande</translation>
  </message>
  <message>
   <source>The whole photo carved in low relief, framed, with a title; prints flat.</source>
   <translation>Das ganze Foto als flaches Relief, gerahmt, mit Titel; druckt flach liegend.</translation>
  </message>
  <message>
   <source>The window changes at once.</source>
   <translation>Das Fenster wechselt sofort.</translation>
  </message>
  <message>
   <source>The winning goal</source>
   <translation>Das Siegtor</translation>
  </message>
  <message>
   <source>The words reach farther round.</source>
   <translation>Die Worte reichen weiter herum.</translation>
  </message>
  <message>
   <source>The workflow file “{name}” cannot be read.</source>
   <translation>Die Workflow-Datei „{name}“ ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The workflow saved no picture.</source>
   <translation>Der Workflow hat kein Bild gespeichert.</translation>
  </message>
  <message>
   <source>The workflow “{name}” has no place for the prompt.</source>
   <translation>Im Workflow „{name}“ ist kein Platz für den Prompt.</translation>
  </message>
  <message>
   <source>The written word</source>
   <translation>Das geschriebene Wort</translation>
  </message>
  <message>
   <source>The {printer} has no command for this.</source>
   <translation>Der {printer} hat dafür keinen Befehl.</translation>
  </message>
  <message>
   <source>Their cards tell what can be done. Nothing was ordered again.</source>
   <translation>Ihre Karten sagen, was zu tun ist. Nichts wurde noch einmal bestellt.</translation>
  </message>
  <message>
   <source>Their name in standing letters beside a symbol, for the desk or the shelf.</source>
   <translation>Der Name in stehenden Buchstaben neben einem Symbol, für Schreibtisch oder Regal.</translation>
  </message>
  <message>
   <source>Their number over a band with the name, on two sticks for the cake. A print is not food-safe by itself: wrap the sticks or put them into straws.</source>
   <translation>Ihre Zahl über einem Band mit dem Namen, auf zwei Stäben für die Torte. Ein Druck ist nicht von sich aus lebensmittelecht: Umwickle die Stäbe oder stecke sie in Trinkhalme.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>There are no more versions of this one</source>
   <translation>Davon gibt es keine weiteren Fassungen</translation>
  </message>
  <message>
   <source>There are {count} closed hollows inside, {volume:.1f} cm³.</source>
   <translation>Innen sind {count} geschlossene Hohlräume, {volume:.1f} cm³.</translation>
  </message>
  <message>
   <source>There are {count} subjects: crop to one, or draw a box about it.</source>
   <translation>Es sind {count} Motive: Schneide auf eines zu oder zieh einen Rahmen darum.</translation>
  </message>
  <message>
   <source>There is a closed hollow inside, {volume:.1f} cm³.</source>
   <translation>Innen ist ein geschlossener Hohlraum, {volume:.1f} cm³.</translation>
  </message>
  <message>
   <source>There is hardly any room for words there.</source>
   <translation>Dort ist kaum Platz für Worte.</translation>
  </message>
  <message>
   <source>There is no Braille for {letters}.</source>
   <translation>Für {letters} gibt es keine Brailleschrift.</translation>
  </message>
  <message>
   <source>There is no bed {number}: everything lies on {count}.</source>
   <translation>Ein Druckbett {number} gibt es nicht: Alles liegt auf {count}.</translation>
  </message>
  <message>
   <source>There is no catalog called “{noun}”.</source>
   <translation>Es gibt keinen Katalog namens „{noun}“.</translation>
  </message>
  <message>
   <source>There is no certificate in “{name}”.</source>
   <translation>In „{name}“ ist kein Zertifikat.</translation>
  </message>
  <message>
   <source>There is no credit left at {service}.</source>
   <translation>Bei {service} ist kein Guthaben mehr.</translation>
  </message>
  <message>
   <source>There is no file “{name}”.</source>
   <translation>Es gibt keine Datei „{name}“.</translation>
  </message>
  <message>
   <source>There is no folder {place}.</source>
   <translation>Es gibt keinen Ordner {place}.</translation>
  </message>
  <message>
   <source>There is no map called {name}.</source>
   <translation>Es gibt keine Karte namens {name}.</translation>
  </message>
  <message>
   <source>There is no model “{name}”.</source>
   <translation>Es gibt kein Modell „{name}“.</translation>
  </message>
  <message>
   <source>There is no pedestal called “{name}”.</source>
   <translation>Es gibt keinen Sockel namens „{name}“.</translation>
  </message>
  <message>
   <source>There is no pedestal to put this on.</source>
   <translation>Es gibt keinen Sockel, auf den das kommen könnte.</translation>
  </message>
  <message>
   <source>There is no photo to send.</source>
   <translation>Es gibt kein Foto zum Mitschicken.</translation>
  </message>
  <message>
   <source>There is no picture in the clipboard</source>
   <translation>In der Zwischenablage ist kein Bild</translation>
  </message>
  <message>
   <source>There is no picture to make a keepsake of.</source>
   <translation>Es gibt kein Bild, aus dem ein Andenken werden könnte.</translation>
  </message>
  <message>
   <source>There is no picture to put into the animation.</source>
   <translation>Es gibt kein Bild für die Animation.</translation>
  </message>
  <message>
   <source>There is no picture yet.</source>
   <translation>Es gibt noch kein Bild.</translation>
  </message>
  <message>
   <source>There is no removable drive “{target}”.</source>
   <translation>Es gibt kein Wechsellaufwerk „{target}“.</translation>
  </message>
  <message>
   <source>There is no room for the magnet: its pocket would come out again.</source>
   <translation>Für den Magneten ist kein Platz: Seine Tasche käme wieder heraus.</translation>
  </message>
  <message>
   <source>There is no screen here for the window.</source>
   <translation>Hier gibt es keinen Bildschirm für das Fenster.</translation>
  </message>
  <message>
   <source>There is no screen here: use the command line (memoreez make), or log in at a desktop.</source>
   <translation>Hier gibt es keinen Bildschirm: Nimm die Befehlszeile (memoreez make) oder melde dich an einem Desktop an.</translation>
  </message>
  <message>
   <source>There is no such bed.</source>
   <translation>Dieses Druckbett gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such face.</source>
   <translation>Diese Fläche gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no surface here that could enclose anything.</source>
   <translation>Hier ist keine Oberfläche, die etwas umschließen könnte.</translation>
  </message>
  <message>
   <source>There is no surface, so there is nothing to print.</source>
   <translation>Es gibt keine Oberfläche, also nichts zu drucken.</translation>
  </message>
  <message>
   <source>There is no symbol called {name}.</source>
   <translation>Es gibt kein Symbol namens {name}.</translation>
  </message>
  <message>
   <source>There is no {noun} profile in {folder}.</source>
   <translation>In {folder} gibt es kein Profil der Art „{noun}“.</translation>
  </message>
  <message>
   <source>There is not enough room for “{name}” in {place}.</source>
   <translation>Für „{name}“ ist in {place} nicht genug Platz.</translation>
  </message>
  <message>
   <source>There is nothing to draw.</source>
   <translation>Es gibt nichts zu zeichnen.</translation>
  </message>
  <message>
   <source>There is nothing to lay on the bed.</source>
   <translation>Da ist nichts, was auf das Bett gelegt werden könnte.</translation>
  </message>
  <message>
   <source>There is nothing to make a keepsake from.</source>
   <translation>Es gibt nichts, woraus ein Andenken werden könnte.</translation>
  </message>
  <message>
   <source>There is nothing to slice: the model is empty.</source>
   <translation>Es gibt nichts zu slicen: Das Modell ist leer.</translation>
  </message>
  <message>
   <source>These can be used: {formats}.</source>
   <translation>Diese gehen: {formats}.</translation>
  </message>
  <message>
   <source>These letters may come out weak: {letters}.</source>
   <translation>Diese Buchstaben kommen vielleicht schwach heraus: {letters}.</translation>
  </message>
  <message>
   <source>These letters would be lost: {letters}.</source>
   <translation>Diese Buchstaben gingen verloren: {letters}.</translation>
  </message>
  <message>
   <source>These words go to the service. Change what you like.</source>
   <translation>Diese Worte gehen an den Dienst. Ändere, was du möchtest.</translation>
  </message>
  <message>
   <source>They print side by side and stay separate where they do not touch.</source>
   <translation>Sie drucken nebeneinander und bleiben getrennt, wo sie sich nicht berühren.</translation>
  </message>
  <message>
   <source>Thick enough</source>
   <translation>Dick genug</translation>
  </message>
  <message>
   <source>Thicken them, make it larger, or print it with care.</source>
   <translation>Mach sie dicker, mach es größer, oder druck mit Bedacht.</translation>
  </message>
  <message>
   <source>Thicker</source>
   <translation>Dicker</translation>
  </message>
  <message>
   <source>Thickest</source>
   <translation>Dickste Stelle</translation>
  </message>
  <message>
   <source>Thickness</source>
   <translation>Dicke</translation>
  </message>
  <message>
   <source>Thin: {letters}</source>
   <translation>Dünn: {letters}</translation>
  </message>
  <message>
   <source>Thinner than</source>
   <translation>Dünner als</translation>
  </message>
  <message>
   <source>Thinner where it slopes, thicker where it is upright.</source>
   <translation>Dünner, wo es schräg ist, dicker, wo es steht.</translation>
  </message>
  <message>
   <source>Thinnest</source>
   <translation>Dünnste Stelle</translation>
  </message>
  <message>
   <source>Third line</source>
   <translation>Dritte Zeile</translation>
  </message>
  <message>
   <source>Third symbol</source>
   <translation>Drittes Symbol</translation>
  </message>
  <message>
   <source>This cannot be cut as a stencil in one piece.</source>
   <translation>Das lässt sich nicht als Schablone aus einem Stück schneiden.</translation>
  </message>
  <message>
   <source>This computer has no keyring that keeps keys safely. Install and unlock one (GNOME Keyring or KWallet on Linux) to have them kept.</source>
   <translation>Dieser Rechner hat keinen Schlüsselbund, der Schlüssel sicher aufbewahrt. Installiere und entsperre einen (GNOME-Schlüsselbund oder KWallet unter Linux), damit sie aufbewahrt werden.</translation>
  </message>
  <message>
   <source>This computer offers no 3D drawing, so you see a picture. Drag to turn it.</source>
   <translation>Dieser Computer bietet keine 3D-Darstellung, darum siehst du ein Bild. Ziehen dreht es.</translation>
  </message>
  <message>
   <source>This computer offers no 3D drawing, so you see the layer from above.</source>
   <translation>Dieser Computer bietet keine 3D-Darstellung, darum siehst du die Schicht von oben.</translation>
  </message>
  <message>
   <source>This is no address of a proxy.</source>
   <translation>Das ist keine Adresse eines Proxys.</translation>
  </message>
  <message>
   <source>This is no key.</source>
   <translation>Das ist kein Schlüssel.</translation>
  </message>
  <message>
   <source>This keepsake has no picture to make a sculpture of.</source>
   <translation>Dieses Andenken hat kein Bild für eine Skulptur.</translation>
  </message>
  <message>
   <source>This keepsake is made from a photo, and there is none.</source>
   <translation>Dieses Andenken entsteht aus einem Foto, und es gibt keines.</translation>
  </message>
  <message>
   <source>This keepsake is made from a photo: {product}.</source>
   <translation>Dieses Andenken entsteht aus einem Foto: {product}.</translation>
  </message>
  <message>
   <source>This looks like centimetres: {before} → {after} mm?</source>
   <translation>Das sieht nach Zentimetern aus: {before} → {after} mm?</translation>
  </message>
  <message>
   <source>This looks like inches: {before} → {after} mm?</source>
   <translation>Das sieht nach Zoll aus: {before} → {after} mm?</translation>
  </message>
  <message>
   <source>This looks like metres: {before} → {after} mm?</source>
   <translation>Das sieht nach Metern aus: {before} → {after} mm?</translation>
  </message>
  <message>
   <source>This looks like millimetres: {after} mm?</source>
   <translation>Das sieht nach Millimetern aus: {after} mm?</translation>
  </message>
  <message>
   <source>This looks like thousandths of a millimetre: {before} → {after} mm?</source>
   <translation>Das sieht nach Tausendstelmillimetern aus: {before} → {after} mm?</translation>
  </message>
  <message>
   <source>This mesh is being ordered at this moment.</source>
   <translation>Dieses Netz wird gerade bestellt.</translation>
  </message>
  <message>
   <source>This model could not be closed; {count} edges stay open.</source>
   <translation>Dieses Modell ließ sich nicht schließen; {count} Kanten bleiben offen.</translation>
  </message>
  <message>
   <source>This model is a cloud of {count} loose pieces, not a surface.</source>
   <translation>Dieses Modell ist eine Wolke aus {count} losen Stücken, keine Oberfläche.</translation>
  </message>
  <message>
   <source>This model is a sheet without thickness; it encloses nothing that could be printed.</source>
   <translation>Dieses Modell ist ein Blatt ohne Dicke; es umschließt nichts, was man drucken könnte.</translation>
  </message>
  <message>
   <source>This model is flat in the direction that was to be scaled.</source>
   <translation>Dieses Modell ist in der Richtung flach, die skaliert werden sollte.</translation>
  </message>
  <message>
   <source>This model of {service} takes no picture.</source>
   <translation>Dieses Modell von {service} nimmt kein Bild.</translation>
  </message>
  <message>
   <source>This picture (about {usd:.2f} USD) does not fit under your monthly limit of {cap:.2f} USD.</source>
   <translation>Dieses Bild (etwa {usd:.2f} USD) passt nicht mehr unter deine Monatsgrenze von {cap:.2f} USD.</translation>
  </message>
  <message>
   <source>This picture is being ordered at this moment.</source>
   <translation>Dieses Bild wird gerade bestellt.</translation>
  </message>
  <message>
   <source>This program cannot unpack it. The file is kept; choose another format or model there.</source>
   <translation>Dieses Programm kann es nicht entpacken. Die Datei ist aufbewahrt; wähle dort ein anderes Format oder Modell.</translation>
  </message>
  <message>
   <source>This side is flat already.</source>
   <translation>Diese Seite ist schon flach.</translation>
  </message>
  <message>
   <source>This was ordered before.</source>
   <translation>Dies wurde schon bestellt.</translation>
  </message>
  <message>
   <source>Those parts will not print. Make it larger or thicken them.</source>
   <translation>Diese Teile werden nicht gedruckt. Mach es größer oder verdicke sie.</translation>
  </message>
  <message>
   <source>Thousandths of a millimetre: {size} mm</source>
   <translation>Tausendstelmillimeter: {size} mm</translation>
  </message>
  <message>
   <source>Tiers</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>Tiers of the plinth</source>
   <translation>Stufen des Sockels</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Title and prompt, to your own server and to the services it uses.</source>
   <translation>Titel und Prompt, an deinen eigenen Server und die Dienste, die er benutzt.</translation>
  </message>
  <message>
   <source>Title of concept {number}</source>
   <translation>Titel von Idee {number}</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>To be continued</source>
   <translation>Fortsetzung folgt</translation>
  </message>
  <message>
   <source>To keep for ever</source>
   <translation>Für immer aufgehoben</translation>
  </message>
  <message>
   <source>To the moon</source>
   <translation>Bis zum Mond</translation>
  </message>
  <message>
   <source>To the right</source>
   <translation>Nach rechts</translation>
  </message>
  <message>
   <source>Token</source>
   <translation>Token</translation>
  </message>
  <message>
   <source>Too dark</source>
   <translation>Zu dunkel</translation>
  </message>
  <message>
   <source>Too fine to print: {letters}</source>
   <translation>Zu fein zum Drucken: {letters}</translation>
  </message>
  <message>
   <source>Too large to swallow</source>
   <translation>Zu groß zum Verschlucken</translation>
  </message>
  <message>
   <source>Too small</source>
   <translation>Zu klein</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Werkzeuge</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Oben</translation>
  </message>
  <message>
   <source>Top of the class</source>
   <translation>Mit Auszeichnung</translation>
  </message>
  <message>
   <source>Top prize for {name}</source>
   <translation>Erster Preis für {name}</translation>
  </message>
  <message>
   <source>Top surface</source>
   <translation>Oberseite</translation>
  </message>
  <message>
   <source>Touching parts taken apart: {count}.</source>
   <translation>Getrennte Teile, die sich berührten: {count}.</translation>
  </message>
  <message>
   <source>Trained</source>
   <translation>Trainiert</translation>
  </message>
  <message>
   <source>Trained cut-outs</source>
   <translation>Trainierte Freisteller</translation>
  </message>
  <message>
   <source>Travel</source>
   <translation>Leerfahrt</translation>
  </message>
  <message>
   <source>Tree of life</source>
   <translation>Lebensbaum</translation>
  </message>
  <message>
   <source>Triangles</source>
   <translation>Dreiecke</translation>
  </message>
  <message>
   <source>Tripo</source>
   <translation>Tripo</translation>
  </message>
  <message>
   <source>Trophy</source>
   <translation>Pokal</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>Try again in a minute.</source>
   <translation>Versuch es in einer Minute noch einmal.</translation>
  </message>
  <message>
   <source>Try again in a moment.</source>
   <translation>Versuch es gleich noch einmal.</translation>
  </message>
  <message>
   <source>Try again in {seconds} seconds.</source>
   <translation>Versuch es in {seconds} Sekunden noch einmal.</translation>
  </message>
  <message>
   <source>Try again later.</source>
   <translation>Versuch es später noch einmal.</translation>
  </message>
  <message>
   <source>Try again when nothing writes to it any more.</source>
   <translation>Versuche es noch einmal, wenn nichts mehr hineinschreibt.</translation>
  </message>
  <message>
   <source>Try again; if it happens again, the service has a fault.</source>
   <translation>Versuch es noch einmal; passiert es wieder, hat der Dienst einen Fehler.</translation>
  </message>
  <message>
   <source>Try another drive or folder.</source>
   <translation>Versuche ein anderes Laufwerk oder einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Try another size or another design.</source>
   <translation>Versuche eine andere Größe oder einen anderen Entwurf.</translation>
  </message>
  <message>
   <source>Try another word, or show all of them.</source>
   <translation>Versuche ein anderes Wort oder zeig alle.</translation>
  </message>
  <message>
   <source>Try the sample photo</source>
   <translation>Mit Beispielfoto</translation>
  </message>
  <message>
   <source>Try the sample story</source>
   <translation>Mit Beispielgeschichte</translation>
  </message>
  <message>
   <source>Turn and crop</source>
   <translation>Drehen und Zuschneiden</translation>
  </message>
  <message>
   <source>Turn by hand</source>
   <translation>Von Hand drehen</translation>
  </message>
  <message>
   <source>Turn left by a quarter</source>
   <translation>Um ein Viertel nach links drehen</translation>
  </message>
  <message>
   <source>Turn right by a quarter</source>
   <translation>Um ein Viertel nach rechts drehen</translation>
  </message>
  <message>
   <source>Turn, lay down, mirror</source>
   <translation>Drehen, hinlegen, spiegeln</translation>
  </message>
  <message>
   <source>Turned</source>
   <translation>Gedreht</translation>
  </message>
  <message>
   <source>Turned about {axis}</source>
   <translation>Gedreht um {axis}</translation>
  </message>
  <message>
   <source>Turned by a quarter it fits.</source>
   <translation>Um ein Viertel gedreht passt es.</translation>
  </message>
  <message>
   <source>Turned by {angle:.0f}° it fits.</source>
   <translation>Um {angle:.0f}° gedreht passt es.</translation>
  </message>
  <message>
   <source>Turned the model, which was inside out.</source>
   <translation>Das Modell war nach innen gestülpt und wurde gewendet.</translation>
  </message>
  <message>
   <source>Turning</source>
   <translation>Alter</translation>
  </message>
  <message>
   <source>Turning by hand needs 3D drawing: use the numbers.</source>
   <translation>Zum Drehen von Hand braucht es 3D-Darstellung: nimm die Zahlen.</translation>
  </message>
  <message>
   <source>Turning it this way and that</source>
   <translation>Wird hin und her gedreht</translation>
  </message>
  <message>
   <source>Turning it this way and that…</source>
   <translation>Wird hin und her gedreht …</translation>
  </message>
  <message>
   <source>Turning light into thickness</source>
   <translation>Aus Licht wird Dicke</translation>
  </message>
  <message>
   <source>Turning the pedestal</source>
   <translation>Sockel wird gedreht</translation>
  </message>
  <message>
   <source>Turns a story or a photo into a keepsake that truly prints.</source>
   <translation>Macht aus einer Geschichte oder einem Foto ein Andenken, das sich wirklich drucken lässt.</translation>
  </message>
  <message>
   <source>Turntable</source>
   <translation>Drehteller</translation>
  </message>
  <message>
   <source>Two scoops, please</source>
   <translation>Zwei Kugeln, bitte</translation>
  </message>
  <message>
   <source>Two wheels</source>
   <translation>Auf zwei Rädern</translation>
  </message>
  <message>
   <source>Typeface</source>
   <translation>Schrift</translation>
  </message>
  <message>
   <source>Under the stars</source>
   <translation>Unter den Sternen</translation>
  </message>
  <message>
   <source>Under the tree</source>
   <translation>Unterm Baum</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo: {change}</source>
   <translation>Rückgängig: {change}</translation>
  </message>
  <message>
   <source>Undo: {step}</source>
   <translation>Rückgängig: {step}</translation>
  </message>
  <message>
   <source>Unit of the file</source>
   <translation>Einheit der Datei</translation>
  </message>
  <message>
   <source>Unlock it (log in again, or open its own window) and try once more.</source>
   <translation>Entsperre ihn (melde dich neu an oder öffne sein eigenes Fenster) und versuche es noch einmal.</translation>
  </message>
  <message>
   <source>Unpack it first, then open a model from its folder.</source>
   <translation>Entpacke es zuerst und öffne dann ein Modell aus seinem Ordner.</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Ungewiss</translation>
  </message>
  <message>
   <source>Up to four characters; empty takes the age from the story.</source>
   <translation>Bis zu vier Zeichen; leer wird das Alter der Geschichte entnommen.</translation>
  </message>
  <message>
   <source>Up to {good:.0f} mm most printers manage; supports carry it.</source>
   <translation>Bis {good:.0f} mm schaffen die meisten Drucker; Stützen tragen es.</translation>
  </message>
  <message>
   <source>Up to {limit} MB can be used; save a smaller copy.</source>
   <translation>Bis zu {limit} MB gehen; speichere eine kleinere Kopie.</translation>
  </message>
  <message>
   <source>Up to {limit} megapixels can be used; save a smaller copy.</source>
   <translation>Bis zu {limit} Megapixel gehen; speichere eine kleinere Kopie.</translation>
  </message>
  <message>
   <source>Update it: its node Save GLB is missing.</source>
   <translation>Aktualisiere es: Der Knoten Save GLB fehlt.</translation>
  </message>
  <message>
   <source>Upright</source>
   <translation>Aufrecht</translation>
  </message>
  <message>
   <source>Upwards</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Verwendung</translation>
  </message>
  <message>
   <source>Use STL, OBJ, PLY, GLB or 3MF.</source>
   <translation>Nimm STL, OBJ, PLY, GLB oder 3MF.</translation>
  </message>
  <message>
   <source>Use a drive formatted as exFAT, or a coarser quality.</source>
   <translation>Nimm ein Laufwerk mit exFAT oder eine gröbere Qualität.</translation>
  </message>
  <message>
   <source>Use a verb instead, for example: memoreez make --photo FILE --out DIR</source>
   <translation>Nimm stattdessen einen Befehl, zum Beispiel: memoreez make --photo DATEI --out ORDNER</translation>
  </message>
  <message>
   <source>Use again</source>
   <translation>Neu verwenden</translation>
  </message>
  <message>
   <source>Use it</source>
   <translation>Benutzen</translation>
  </message>
  <message>
   <source>Use letters, digits and the usual signs.</source>
   <translation>Verwende Buchstaben, Ziffern und die üblichen Zeichen.</translation>
  </message>
  <message>
   <source>Use my first photo where the service can</source>
   <translation>Mein erstes Foto verwenden, wo der Dienst es kann</translation>
  </message>
  <message>
   <source>Use the system's own</source>
   <translation>Die des Systems verwenden</translation>
  </message>
  <message>
   <source>Use the usual folder</source>
   <translation>Üblichen Ordner nehmen</translation>
  </message>
  <message>
   <source>Use these</source>
   <translation>Diese verwenden</translation>
  </message>
  <message>
   <source>Use this one</source>
   <translation>Diesen verwenden</translation>
  </message>
  <message>
   <source>Use {service}</source>
   <translation>{service} benutzen</translation>
  </message>
  <message>
   <source>Use “{words}”</source>
   <translation>„{words}“ übernehmen</translation>
  </message>
  <message>
   <source>Used of the monthly cap</source>
   <translation>Verbrauch von der Grenze im Monat</translation>
  </message>
  <message>
   <source>Uses the key of {service}; another one can be entered here.</source>
   <translation>Nutzt den Schlüssel von {service}; hier kann ein anderer eingegeben werden.</translation>
  </message>
  <message>
   <source>Vase</source>
   <translation>Vase</translation>
  </message>
  <message>
   <source>Very small</source>
   <translation>Sehr klein</translation>
  </message>
  <message>
   <source>Waisted</source>
   <translation>Tailliert</translation>
  </message>
  <message>
   <source>Wait until it has come or failed.</source>
   <translation>Warte, bis es da oder misslungen ist.</translation>
  </message>
  <message>
   <source>Waiting for its turn</source>
   <translation>Wartet, bis es dran ist</translation>
  </message>
  <message>
   <source>Waiting; {count} before it</source>
   <translation>Wartet; {count} davor</translation>
  </message>
  <message>
   <source>Wall</source>
   <translation>Wand</translation>
  </message>
  <message>
   <source>Wall thickness</source>
   <translation>Wandstärke</translation>
  </message>
  <message>
   <source>Walls</source>
   <translation>Wände</translation>
  </message>
  <message>
   <source>Watch a folder…</source>
   <translation>Ordner beobachten …</translation>
  </message>
  <message>
   <source>Watch it grow</source>
   <translation>Es wächst und gedeiht</translation>
  </message>
  <message>
   <source>Way to this computer</source>
   <translation>Weg zu diesem Rechner</translation>
  </message>
  <message>
   <source>Wedding</source>
   <translation>Hochzeit</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>What a service draws becomes the keepsake that suits the picture.</source>
   <translation>Aus dem Bild eines Dienstes wird das Andenken, das zu dem Bild passt.</translation>
  </message>
  <message>
   <source>What is going to be drawn</source>
   <translation>Das wird gezeichnet</translation>
  </message>
  <message>
   <source>What is saved is read back and compared.</source>
   <translation>Was gespeichert wird, wird zurückgelesen und verglichen.</translation>
  </message>
  <message>
   <source>What left this computer</source>
   <translation>Was diesen Rechner verließ</translation>
  </message>
  <message>
   <source>What must be written on it</source>
   <translation>Was unbedingt draufstehen soll</translation>
  </message>
  <message>
   <source>What must not be in it</source>
   <translation>Was nicht darauf sein darf</translation>
  </message>
  <message>
   <source>What stays here</source>
   <translation>Was hier bleibt</translation>
  </message>
  <message>
   <source>What they love cut from a board in two levels, on a base with their name.</source>
   <translation>Was sie lieben, in zwei Ebenen aus einem Brett geschnitten, auf einem Fuß mit ihrem Namen.</translation>
  </message>
  <message>
   <source>What was downloaded is not the file that was expected.</source>
   <translation>Was heruntergeladen wurde, ist nicht die erwartete Datei.</translation>
  </message>
  <message>
   <source>What was set aside counts until the service names its price.</source>
   <translation>Zurückgelegtes zählt, bis der Dienst seinen Preis nennt.</translation>
  </message>
  <message>
   <source>What was spent…</source>
   <translation>Was ausgegeben wurde …</translation>
  </message>
  <message>
   <source>What you print with</source>
   <translation>Womit du druckst</translation>
  </message>
  <message>
   <source>Where I pointed</source>
   <translation>Wo ich hingezeigt habe</translation>
  </message>
  <message>
   <source>Where do I get a key?</source>
   <translation>Woher bekomme ich einen Schlüssel?</translation>
  </message>
  <message>
   <source>Where should your keepsakes be kept?</source>
   <translation>Wo sollen deine Andenken aufbewahrt werden?</translation>
  </message>
  <message>
   <source>Where your keepsakes are kept</source>
   <translation>Wo deine Andenken aufbewahrt werden</translation>
  </message>
  <message>
   <source>Which file has the certificates?</source>
   <translation>In welcher Datei sind die Zertifikate?</translation>
  </message>
  <message>
   <source>While you wait, size, pedestal and words can be set on its silhouette.</source>
   <translation>Während du wartest, lassen sich Größe, Sockel und Text an der Silhouette einstellen.</translation>
  </message>
  <message>
   <source>Whimsical: a small joke</source>
   <translation>Verspielt: ein kleiner Scherz</translation>
  </message>
  <message>
   <source>White in the picture; two lines of a 0.4 mm nozzle.</source>
   <translation>Weiß im Bild; zwei Linien einer 0,4-mm-Düse.</translation>
  </message>
  <message>
   <source>Who is it for?</source>
   <translation>Für wen ist es?</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Breite</translation>
  </message>
  <message>
   <source>Width of the pedestal</source>
   <translation>Breite des Sockels</translation>
  </message>
  <message>
   <source>Window libraries (Qt)</source>
   <translation>Fensterbibliotheken (Qt)</translation>
  </message>
  <message>
   <source>Windows Credential Manager</source>
   <translation>Windows-Anmeldeinformationsverwaltung</translation>
  </message>
  <message>
   <source>With a flat back it prints lying, without supports.</source>
   <translation>Mit flacher Rückseite druckt sie liegend, ohne Stützen.</translation>
  </message>
  <message>
   <source>With a floor</source>
   <translation>Mit Boden</translation>
  </message>
  <message>
   <source>With the base.</source>
   <translation>Mit dem Fuß.</translation>
  </message>
  <message>
   <source>With the foot, from side to side.</source>
   <translation>Mit dem Fuß, von Seite zu Seite.</translation>
  </message>
  <message>
   <source>With the frame.</source>
   <translation>Mit dem Rahmen.</translation>
  </message>
  <message>
   <source>With the pedestal.</source>
   <translation>Mit dem Sockel.</translation>
  </message>
  <message>
   <source>With the permission Workers AI.</source>
   <translation>Mit der Berechtigung „Workers AI“.</translation>
  </message>
  <message>
   <source>With the ring.</source>
   <translation>Mit dem Ring.</translation>
  </message>
  <message>
   <source>With the stand.</source>
   <translation>Mit dem Ständer.</translation>
  </message>
  <message>
   <source>Wooden plank</source>
   <translation>Holzbrett</translation>
  </message>
  <message>
   <source>Words for fingers, in the sizes of the standard.</source>
   <translation>Wörter für die Finger, in den Maßen der Norm.</translation>
  </message>
  <message>
   <source>Words in Braille</source>
   <translation>Wörter in Braille</translation>
  </message>
  <message>
   <source>Words on the back, the front or a pedestal.</source>
   <translation>Wörter auf der Rückseite, vorn oder auf einem Sockel.</translation>
  </message>
  <message>
   <source>Work offline</source>
   <translation>Offline arbeiten</translation>
  </message>
  <message>
   <source>Workflow file</source>
   <translation>Workflow-Datei</translation>
  </message>
  <message>
   <source>Working…</source>
   <translation>Arbeite …</translation>
  </message>
  <message>
   <source>Wreath</source>
   <translation>Kranz</translation>
  </message>
  <message>
   <source>Write %prompt% where the prompt belongs; %seed%, %width% and %height% are filled in, too.</source>
   <translation>Schreib %prompt%, wo der Prompt hingehört; auch %seed%, %width% und %height% werden eingesetzt.</translation>
  </message>
  <message>
   <source>Write a few words about someone, or drop a photo.</source>
   <translation>Schreib ein paar Worte über jemanden oder zieh ein Foto herein.</translation>
  </message>
  <message>
   <source>Write a name or a hobby, or drop a photo first.</source>
   <translation>Schreib zuerst einen Namen oder ein Hobby oder zieh ein Foto herein.</translation>
  </message>
  <message>
   <source>Write a plain number.</source>
   <translation>Schreib eine einfache Zahl.</translation>
  </message>
  <message>
   <source>Write a text line for it, or choose the symbol alone.</source>
   <translation>Schreib eine Textzeile dafür oder wähle nur das Symbol.</translation>
  </message>
  <message>
   <source>Write anew</source>
   <translation>Neu schreiben</translation>
  </message>
  <message>
   <source>Write at most {count} characters a line.</source>
   <translation>Schreib höchstens {count} Zeichen je Zeile.</translation>
  </message>
  <message>
   <source>Write at most {count} characters.</source>
   <translation>Schreibe höchstens {count} Zeichen.</translation>
  </message>
  <message>
   <source>Write on it</source>
   <translation>Beschriften</translation>
  </message>
  <message>
   <source>Write true or false.</source>
   <translation>Schreib true oder false.</translation>
  </message>
  <message>
   <source>Write “{word}”</source>
   <translation>„{word}“ schreiben</translation>
  </message>
  <message>
   <source>Writes prompts on this computer from your own words, without any service.</source>
   <translation>Schreibt Prompts auf diesem Computer aus deinen eigenen Worten, ohne jeden Dienst.</translation>
  </message>
  <message>
   <source>Writing the G-code</source>
   <translation>G-Code wird geschrieben</translation>
  </message>
  <message>
   <source>Writing the file</source>
   <translation>Datei wird geschrieben</translation>
  </message>
  <message>
   <source>Writing the files</source>
   <translation>Dateien werden geschrieben</translation>
  </message>
  <message>
   <source>Writing the prompt</source>
   <translation>Der Prompt wird geschrieben</translation>
  </message>
  <message>
   <source>Writing the prompts</source>
   <translation>Die Prompts werden geschrieben</translation>
  </message>
  <message>
   <source>Written below the symbol, for example 2026.</source>
   <translation>Steht unter dem Symbol, zum Beispiel 2026.</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Jahr</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>Jahre</translation>
  </message>
  <message>
   <source>You are a star</source>
   <translation>Du bist ein Star</translation>
  </message>
  <message>
   <source>You are asked before anything is ordered.</source>
   <translation>Bevor etwas bestellt wird, wirst du gefragt.</translation>
  </message>
  <message>
   <source>You have a model already?</source>
   <translation>Hast du schon ein Modell?</translation>
  </message>
  <message>
   <source>Your first photo goes to your own server together with the words.</source>
   <translation>Dein erstes Foto geht zusammen mit den Worten an deinen eigenen Server.</translation>
  </message>
  <message>
   <source>Your first photo leaves this computer together with the words.</source>
   <translation>Dein erstes Foto verlässt zusammen mit den Worten diesen Rechner.</translation>
  </message>
  <message>
   <source>Your highness</source>
   <translation>Eure Hoheit</translation>
  </message>
  <message>
   <source>Your keepsake will stand here</source>
   <translation>Hier wird dein Andenken stehen</translation>
  </message>
  <message>
   <source>Your library, your models and your print files never leave this computer, and nobody is told how you use Memoreez. Without a service in use, nothing leaves it at all. A service gets the words of your story, your first photo only if you switched that on, and no key but its own.</source>
   <translation>Deine Bibliothek, deine Modelle und deine Druckdateien verlassen diesen Rechner nie, und niemand erfährt, wie du Memoreez benutzt. Ohne einen Dienst in Gebrauch verlässt ihn gar nichts. Ein Dienst bekommt die Worte deiner Geschichte, dein erstes Foto nur, wenn du das eingeschaltet hast, und keinen Schlüssel außer seinem eigenen.</translation>
  </message>
  <message>
   <source>Your monthly limit of {cap:.2f} USD leaves {left:.2f} USD: only {fitting} of {count} AI pictures will be drawn.</source>
   <translation>Von deiner Monatsgrenze von {cap:.2f} USD bleiben {left:.2f} USD: Nur {fitting} von {count} KI-Bildern werden gezeichnet.</translation>
  </message>
  <message>
   <source>Your monthly limit of {cap:.2f} USD leaves {left:.2f} USD: the AI pictures will not be drawn.</source>
   <translation>Von deiner Monatsgrenze von {cap:.2f} USD bleiben {left:.2f} USD: Die KI-Bilder werden nicht gezeichnet.</translation>
  </message>
  <message>
   <source>Your own AUTOMATIC1111, Forge, reForge or SD.Next, started with --api. Free. Can use your photo.</source>
   <translation>Dein eigenes AUTOMATIC1111, Forge, reForge oder SD.Next, mit --api gestartet. Kostenlos. Kann dein Foto verwenden.</translation>
  </message>
  <message>
   <source>Your own computer</source>
   <translation>Dein eigener Rechner</translation>
  </message>
  <message>
   <source>Your own computer, free</source>
   <translation>Dein eigener Rechner, kostenlos</translation>
  </message>
  <message>
   <source>Your own model</source>
   <translation>Dein eigenes Modell</translation>
  </message>
  <message>
   <source>Your story goes to your own {service} only.</source>
   <translation>Deine Geschichte geht nur an dein eigenes {service}.</translation>
  </message>
  <message>
   <source>Your story goes to {service} for the prompts; what that costs is not counted here.</source>
   <translation>Für die Prompts geht deine Geschichte an {service}; was das kostet, ist hier nicht mitgezählt.</translation>
  </message>
  <message>
   <source>Your way to the network</source>
   <translation>Dein Weg ins Netz</translation>
  </message>
  <message>
   <source>a line must be wider than it is high</source>
   <translation>eine Linie muss breiter als hoch sein</translation>
  </message>
  <message>
   <source>about {time} left</source>
   <translation>noch etwa {time}</translation>
  </message>
  <message>
   <source>about {usd:.2f} USD</source>
   <translation>etwa {usd:.2f} USD</translation>
  </message>
  <message>
   <source>about {usd:.2f} USD in all</source>
   <translation>zusammen etwa {usd:.2f} USD</translation>
  </message>
  <message>
   <source>an archive instead of a mesh</source>
   <translation>ein Archiv statt eines Netzes</translation>
  </message>
  <message>
   <source>as many as you like</source>
   <translation>so viele du magst</translation>
  </message>
  <message>
   <source>as of {date}</source>
   <translation>Stand {date}</translation>
  </message>
  <message>
   <source>back</source>
   <translation>hinten</translation>
  </message>
  <message>
   <source>being drawn</source>
   <translation>wird gezeichnet</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>core, ultra, sd3.5-large, sd3.5-medium …</source>
   <translation>core, ultra, sd3.5-large, sd3.5-medium …</translation>
  </message>
  <message>
   <source>edited</source>
   <translation>bearbeitet</translation>
  </message>
  <message>
   <source>engraved</source>
   <translation>vertieft</translation>
  </message>
  <message>
   <source>fal.ai</source>
   <translation>fal.ai</translation>
  </message>
  <message>
   <source>fal.ai 3D</source>
   <translation>fal.ai 3D</translation>
  </message>
  <message>
   <source>flux-2 models can use your photo.</source>
   <translation>Modelle von flux-2 können dein Foto verwenden.</translation>
  </message>
  <message>
   <source>free</source>
   <translation>kostenlos</translation>
  </message>
  <message>
   <source>front</source>
   <translation>vorn</translation>
  </message>
  <message>
   <source>https://api.eu.bfl.ai/v1 stays in Europe.</source>
   <translation>https://api.eu.bfl.ai/v1 bleibt in Europa.</translation>
  </message>
  <message>
   <source>it is above 1</source>
   <translation>es liegt über 1</translation>
  </message>
  <message>
   <source>it is above max_fan_ratio</source>
   <translation>es liegt über max_fan_ratio</translation>
  </message>
  <message>
   <source>it is above max_layer_height_mm</source>
   <translation>es liegt über max_layer_height_mm</translation>
  </message>
  <message>
   <source>it is missing</source>
   <translation>es fehlt</translation>
  </message>
  <message>
   <source>it is not known; known are {known}</source>
   <translation>es ist unbekannt; bekannt sind {known}</translation>
  </message>
  <message>
   <source>it must be a number</source>
   <translation>es muss eine Zahl sein</translation>
  </message>
  <message>
   <source>it must be a whole number</source>
   <translation>es muss eine ganze Zahl sein</translation>
  </message>
  <message>
   <source>it must be one of {choices}</source>
   <translation>es muss eines von {choices} sein</translation>
  </message>
  <message>
   <source>it must be {word}</source>
   <translation>es muss {word} sein</translation>
  </message>
  <message>
   <source>it uses {name}, which is not known</source>
   <translation>es benutzt {name}, das ist unbekannt</translation>
  </message>
  <message>
   <source>its braces do not match</source>
   <translation>die Klammern passen nicht zusammen</translation>
  </message>
  <message>
   <source>layer height in mm</source>
   <translation>Schichthöhe in mm</translation>
  </message>
  <message>
   <source>left</source>
   <translation>links</translation>
  </message>
  <message>
   <source>less than 0.01 USD</source>
   <translation>weniger als 0,01 USD</translation>
  </message>
  <message>
   <source>less than 0.01 USD in all</source>
   <translation>zusammen weniger als 0,01 USD</translation>
  </message>
  <message>
   <source>licence unclear</source>
   <translation>Lizenz unklar</translation>
  </message>
  <message>
   <source>mirrored</source>
   <translation>gespiegelt</translation>
  </message>
  <message>
   <source>moved: half of it up to {half} mm, 95 % up to {most} mm, all up to {all} mm</source>
   <translation>verschoben: die Hälfte bis {half} mm, 95 % bis {most} mm, alles bis {all} mm</translation>
  </message>
  <message>
   <source>next in line</source>
   <translation>kommt als Nächstes</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>not told by the service</source>
   <translation>vom Dienst nicht genannt</translation>
  </message>
  <message>
   <source>of {layers}</source>
   <translation>von {layers}</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>freiwillig</translation>
  </message>
  <message>
   <source>owner/name, or owner/name:version for a model of your own.</source>
   <translation>owner/name, oder owner/name:version für ein eigenes Modell.</translation>
  </message>
  <message>
   <source>plastic</source>
   <translation>Kunststoff</translation>
  </message>
  <message>
   <source>raised</source>
   <translation>erhaben</translation>
  </message>
  <message>
   <source>ready at {time}</source>
   <translation>fertig um {time}</translation>
  </message>
  <message>
   <source>ready {day} at {time}</source>
   <translation>fertig {day} um {time}</translation>
  </message>
  <message>
   <source>right</source>
   <translation>rechts</translation>
  </message>
  <message>
   <source>starred</source>
   <translation>mit Stern</translation>
  </message>
  <message>
   <source>text in quotes</source>
   <translation>Text in Anführungszeichen</translation>
  </message>
  <message>
   <source>the macOS keychain</source>
   <translation>macOS-Schlüsselbund</translation>
  </message>
  <message>
   <source>the price is not known beforehand; {usd:.2f} USD each is set aside</source>
   <translation>der Preis ist vorher nicht bekannt; je {usd:.2f} USD werden zurückgelegt</translation>
  </message>
  <message>
   <source>the price is not known beforehand; {usd:.2f} USD is set aside</source>
   <translation>der Preis ist vorher nicht bekannt; {usd:.2f} USD werden zurückgelegt</translation>
  </message>
  <message>
   <source>the shape is unchanged</source>
   <translation>die Form ist unverändert</translation>
  </message>
  <message>
   <source>the system's keyring</source>
   <translation>Schlüsselbund des Systems</translation>
  </message>
  <message>
   <source>time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>today</source>
   <translation>heute</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true oder false</translation>
  </message>
  <message>
   <source>under 1 min</source>
   <translation>unter 1 min</translation>
  </message>
  <message>
   <source>usually {minutes} min</source>
   <translation>meist {minutes} min</translation>
  </message>
  <message>
   <source>usually {minutes} min each</source>
   <translation>meist je {minutes} min</translation>
  </message>
  <message>
   <source>usually {seconds} s</source>
   <translation>meist {seconds} s</translation>
  </message>
  <message>
   <source>usually {seconds} s each</source>
   <translation>meist je {seconds} s</translation>
  </message>
  <message>
   <source>v3.1-…, P1-…, P2-… …</source>
   <translation>v3.1-…, P1-…, P2-… …</translation>
  </message>
  <message>
   <source>weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <source>{age} and counting</source>
   <translation>{age} und kein bisschen leise</translation>
  </message>
  <message>
   <source>{area:.0f} mm² on the bed</source>
   <translation>{area:.0f} mm² auf dem Bett</translation>
  </message>
  <message>
   <source>{area:.0f} mm² on the bed: gets a foot</source>
   <translation>{area:.0f} mm² auf dem Bett, mit Fuß</translation>
  </message>
  <message>
   <source>{area:.0f} mm² on the bed: use a brim</source>
   <translation>{area:.0f} mm² auf dem Bett: mit Brim</translation>
  </message>
  <message>
   <source>{area:.1f} cm² of it has nothing below.</source>
   <translation>{area:.1f} cm² davon haben nichts unter sich.</translation>
  </message>
  <message>
   <source>{area:.1f} cm² of it leans far out.</source>
   <translation>{area:.1f} cm² davon neigen sich weit nach außen.</translation>
  </message>
  <message>
   <source>{area:.1f} cm² were thinner than {wall:.1f} mm and are as thick now.</source>
   <translation>{area:.1f} cm² waren dünner als {wall:.1f} mm und sind jetzt so dick.</translation>
  </message>
  <message>
   <source>{area} cm² beyond it</source>
   <translation>{area} cm² jenseits davon</translation>
  </message>
  <message>
   <source>{before} {after}</source>
   <translation>{before} {after}</translation>
  </message>
  <message>
   <source>{count} B</source>
   <translation>{count} B</translation>
  </message>
  <message>
   <source>{count} being drawn</source>
   <translation>{count} in Arbeit</translation>
  </message>
  <message>
   <source>{count} drains are too many or too few.</source>
   <translation>{count} Abläufe sind zu viele oder zu wenige.</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count} misslungen</translation>
  </message>
  <message>
   <source>{count} of {most} characters</source>
   <translation>{count} von {most} Zeichen</translation>
  </message>
  <message>
   <source>{count} of {most} letters</source>
   <translation>{count} von {most} Buchstaben</translation>
  </message>
  <message>
   <source>{count} parts of it begin in the air.</source>
   <translation>{count} Teile davon beginnen in der Luft.</translation>
  </message>
  <message>
   <source>{count} pictures are drawn</source>
   <translation>{count} Bilder werden gezeichnet</translation>
  </message>
  <message>
   <source>{count} pictures · {service}</source>
   <translation>{count} Bilder · {service}</translation>
  </message>
  <message>
   <source>{count} to fix</source>
   <translation>{count} zu beheben</translation>
  </message>
  <message>
   <source>{count} waiting</source>
   <translation>{count} wartend</translation>
  </message>
  <message>
   <source>{engine} cannot be used on this computer.</source>
   <translation>{engine} ist auf diesem Computer nicht nutzbar.</translation>
  </message>
  <message>
   <source>{file} is a folder.</source>
   <translation>{file} ist ein Ordner.</translation>
  </message>
  <message numerus="yes">
   <source>{first} and %n more</source>
   <translation>
    <numerusform>{first} und %n weitere</numerusform>
    <numerusform>{first} und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>{first} {second}</source>
   <translation>{first} {second}</translation>
  </message>
  <message>
   <source>{first} · {second}</source>
   <translation>{first} · {second}</translation>
  </message>
  <message>
   <source>{fit} of {asked} fit on {bed}.</source>
   <translation>{fit} von {asked} passen auf {bed}.</translation>
  </message>
  <message>
   <source>{folder} is a file, not a folder.</source>
   <translation>{folder} ist eine Datei, kein Ordner.</translation>
  </message>
  <message>
   <source>{height:.0f} mm high, about {time}</source>
   <translation>{height:.0f} mm hoch, etwa {time}</translation>
  </message>
  <message>
   <source>{here} of {all}</source>
   <translation>{here} von {all}</translation>
  </message>
  <message>
   <source>{host} cannot be reached.</source>
   <translation>{host} ist nicht erreichbar.</translation>
  </message>
  <message>
   <source>{host} did not answer in time.</source>
   <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
  </message>
  <message>
   <source>{host} did not answer in time. The order may have arrived.</source>
   <translation>{host} hat nicht rechtzeitig geantwortet. Die Bestellung kann angekommen sein.</translation>
  </message>
  <message>
   <source>{host} sends on to “{target}”. Keys are never sent on.</source>
   <translation>{host} leitet an „{target}“ weiter. Schlüssel werden nie weitergeleitet.</translation>
  </message>
  <message>
   <source>{host} · your own network</source>
   <translation>{host} · dein eigenes Netz</translation>
  </message>
  <message>
   <source>{how}, {mm} mm</source>
   <translation>{how}, {mm} mm</translation>
  </message>
  <message>
   <source>{kind} for {name}</source>
   <translation>{kind} für {name}</translation>
  </message>
  <message>
   <source>{label} is write-protected</source>
   <translation>{label} ist schreibgeschützt</translation>
  </message>
  <message>
   <source>{label}, {free} free</source>
   <translation>{label}, {free} frei</translation>
  </message>
  <message>
   <source>{label}: there is no “{value}”.</source>
   <translation>{label}: „{value}“ gibt es nicht.</translation>
  </message>
  <message>
   <source>{label}: {value:g} {unit} cannot be made.</source>
   <translation>{label}: {value:g} {unit} geht nicht.</translation>
  </message>
  <message>
   <source>{label}: “{value}” is neither yes nor no.</source>
   <translation>{label}: „{value}“ ist weder ja noch nein.</translation>
  </message>
  <message>
   <source>{label}: “{value}” is not a number.</source>
   <translation>{label}: „{value}“ ist keine Zahl.</translation>
  </message>
  <message>
   <source>{letter} is for {name}</source>
   <translation>{letter} wie {name}</translation>
  </message>
  <message>
   <source>{letter}: narrowest stroke {mm} mm</source>
   <translation>{letter}: schmalster Strich {mm} mm</translation>
  </message>
  <message>
   <source>{link} cannot be used right now.</source>
   <translation>{link} ist gerade nicht nutzbar.</translation>
  </message>
  <message>
   <source>{material} needs {needed:.0f} °C, and the {printer} may only go to {limit:.0f} °C.</source>
   <translation>{material} braucht {needed:.0f} °C, der {printer} darf nur bis {limit:.0f} °C.</translation>
  </message>
  <message>
   <source>{message} It says: “{words}”</source>
   <translation>{message} Er sagt: „{words}“</translation>
  </message>
  <message>
   <source>{mm} mm</source>
   <translation>{mm} mm</translation>
  </message>
  <message>
   <source>{mm} mm at most</source>
   <translation>höchstens {mm} mm</translation>
  </message>
  <message>
   <source>{mm} mm high</source>
   <translation>{mm} mm hoch</translation>
  </message>
  <message>
   <source>{mm} mm opening</source>
   <translation>{mm} mm Öffnung</translation>
  </message>
  <message>
   <source>{moved}; volume {sign}{share} %</source>
   <translation>{moved}; Volumen {sign}{share} %</translation>
  </message>
  <message>
   <source>{name} and {passion}</source>
   <translation>{name} und {passion}</translation>
  </message>
  <message>
   <source>{name} bed, {x} × {y} mm</source>
   <translation>Bett {name}, {x} × {y} mm</translation>
  </message>
  <message>
   <source>{name} lives here</source>
   <translation>Hier wohnt {name}</translation>
  </message>
  <message>
   <source>{name} shines</source>
   <translation>{name} strahlt</translation>
  </message>
  <message>
   <source>{name}: {word}. {hint}</source>
   <translation>{name}: {word}. {hint}</translation>
  </message>
  <message>
   <source>{offer}. Order? [y/N]</source>
   <translation>{offer}. Bestellen? [j/N]</translation>
  </message>
  <message>
   <source>{page}, done</source>
   <translation>{page}, erledigt</translation>
  </message>
  <message>
   <source>{passed} · usually {usual}</source>
   <translation>{passed} · meist {usual}</translation>
  </message>
  <message>
   <source>{passion}, of course</source>
   <translation>{passion}, was sonst</translation>
  </message>
  <message>
   <source>{percent} % of it is hollow. One pocket stays closed: fine for filament, not for resin.</source>
   <translation>{percent} % davon sind hohl. Ein Hohlraum bleibt geschlossen: gut für Filament, nicht für Harz.</translation>
  </message>
  <message>
   <source>{percent} % of it is hollow. That saves resin; filament with sparse infill needs no less.</source>
   <translation>{percent} % davon sind hohl. Das spart Harz; Filament mit lockerer Füllung braucht nicht weniger.</translation>
  </message>
  <message>
   <source>{percent} % of it is hollow. {count} pockets stay closed: fine for filament, not for resin.</source>
   <translation>{percent} % davon sind hohl. {count} Hohlräume bleiben geschlossen: gut für Filament, nicht für Harz.</translation>
  </message>
  <message>
   <source>{pieces} They fill {beds} beds: print one bed after the other.</source>
   <translation>{pieces} Sie füllen {beds} Druckbetten: Druck eines nach dem anderen.</translation>
  </message>
  <message>
   <source>{place} has {free} free, and the file needs {size}.</source>
   <translation>In {place} sind {free} frei, die Datei braucht {size}.</translation>
  </message>
  <message>
   <source>{place} is not there any more.</source>
   <translation>{place} ist nicht mehr da.</translation>
  </message>
  <message>
   <source>{place} is write-protected.</source>
   <translation>{place} ist schreibgeschützt.</translation>
  </message>
  <message>
   <source>{provider}: {why}</source>
   <translation>{provider}: {why}</translation>
  </message>
  <message>
   <source>{ready} of {all}</source>
   <translation>{ready} von {all}</translation>
  </message>
  <message>
   <source>{ready} of {count} ready</source>
   <translation>{ready} von {count} bereit</translation>
  </message>
  <message>
   <source>{score} of 100 points</source>
   <translation>{score} von 100 Punkten</translation>
  </message>
  <message>
   <source>{service} answered without a picture.</source>
   <translation>{service} hat ohne Bild geantwortet.</translation>
  </message>
  <message>
   <source>{service} cannot do what was asked.</source>
   <translation>{service} kann nicht, was verlangt war.</translation>
  </message>
  <message>
   <source>{service} cannot draw yet</source>
   <translation>{service} kann noch nicht zeichnen</translation>
  </message>
  <message>
   <source>{service} cannot use a photo.</source>
   <translation>{service} kann kein Foto verwenden.</translation>
  </message>
  <message>
   <source>{service} could not make a mesh of this picture.</source>
   <translation>{service} konnte aus diesem Bild kein Netz machen.</translation>
  </message>
  <message>
   <source>{service} does not accept the key.</source>
   <translation>{service} nimmt den Schlüssel nicht an.</translation>
  </message>
  <message>
   <source>{service} does not keep this order any more.</source>
   <translation>{service} bewahrt diese Bestellung nicht mehr auf.</translation>
  </message>
  <message>
   <source>{service} has no key yet: only the studio draws.</source>
   <translation>{service}: noch kein Schlüssel, nur das Studio zeichnet.</translation>
  </message>
  <message>
   <source>{service} has no such model any more.</source>
   <translation>{service} hat dieses Modell nicht mehr.</translation>
  </message>
  <message>
   <source>{service} has too much to do.</source>
   <translation>{service} hat zu viel zu tun.</translation>
  </message>
  <message>
   <source>{service} is out of order.</source>
   <translation>{service} ist gestört.</translation>
  </message>
  <message>
   <source>{service} is still not done.</source>
   <translation>{service} ist noch immer nicht fertig.</translation>
  </message>
  <message>
   <source>{service} ran out of memory.</source>
   <translation>{service} ging der Speicher aus.</translation>
  </message>
  <message>
   <source>{service} sent a mesh that is packed with {way}.</source>
   <translation>{service} hat ein Netz geschickt, das mit {way} gepackt ist.</translation>
  </message>
  <message>
   <source>{service} stopped in the middle of its answer.</source>
   <translation>{service} hörte mitten in der Antwort auf.</translation>
  </message>
  <message>
   <source>{service} wants a name and a password.</source>
   <translation>{service} verlangt Name und Passwort.</translation>
  </message>
  <message>
   <source>{service} wants a pause.</source>
   <translation>{service} verlangt eine Pause.</translation>
  </message>
  <message>
   <source>{service}: {why} Only the studio draws.</source>
   <translation>{service}: {why} Nur das Studio zeichnet.</translation>
  </message>
  <message>
   <source>{service}: “{title}”</source>
   <translation>{service}: „{title}“</translation>
  </message>
  <message>
   <source>{size:.1f} MB</source>
   <translation>{size:.1f} MB</translation>
  </message>
  <message>
   <source>{size:.1f} kB</source>
   <translation>{size:.1f} kB</translation>
  </message>
  <message>
   <source>{size:g} mm does not suit every keepsake a picture may become.</source>
   <translation>{size:g} mm passen nicht für jedes Andenken, das aus einem Bild werden kann.</translation>
  </message>
  <message>
   <source>{sizes} mm</source>
   <translation>{sizes} mm</translation>
  </message>
  <message>
   <source>{size} mm in all</source>
   <translation>{size} mm</translation>
  </message>
  <message>
   <source>{size}, nozzle {nozzle} mm</source>
   <translation>{size}, Düse {nozzle} mm</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <source>{title}, copy</source>
   <translation>{title}, Kopie</translation>
  </message>
  <message>
   <source>{usd:.2f} USD</source>
   <translation>{usd:.2f} USD</translation>
  </message>
  <message>
   <source>{usd:.2f} USD left</source>
   <translation>noch {usd:.2f} USD</translation>
  </message>
  <message>
   <source>{usd:.2f} USD used in {month}</source>
   <translation>{usd:.2f} USD verbraucht im {month}</translation>
  </message>
  <message>
   <source>{value} is out of range (up to {largest})</source>
   <translation>{value} liegt außerhalb des Bereichs (bis {largest})</translation>
  </message>
  <message>
   <source>{volume:.1f} cm³ of supports</source>
   <translation>{volume:.1f} cm³ Stützen</translation>
  </message>
  <message>
   <source>{what} at {height} mm</source>
   <translation>{what} bei {height} mm</translation>
  </message>
  <message>
   <source>{what} before layer {layer}, {height} mm</source>
   <translation>{what} vor Schicht {layer}, {height} mm</translation>
  </message>
  <message>
   <source>{what} {hint}</source>
   <translation>{what} {hint}</translation>
  </message>
  <message>
   <source>{what}, remove</source>
   <translation>{what}, entfernen</translation>
  </message>
  <message>
   <source>{what}, {height} mm tall</source>
   <translation>{what}, {height} mm hoch</translation>
  </message>
  <message>
   <source>{wide} × {thick} mm</source>
   <translation>{wide} × {thick} mm</translation>
  </message>
  <message>
   <source>{words} · {usd:.2f} USD of it uncertain</source>
   <translation>{words} · davon {usd:.2f} USD unsicher</translation>
  </message>
  <message>
   <source>{word}, remove</source>
   <translation>{word}, entfernen</translation>
  </message>
  <message>
   <source>{x:.0f} × {y:.0f} mm</source>
   <translation>{x:.0f} × {y:.0f} mm</translation>
  </message>
  <message>
   <source>“Work offline” is on</source>
   <translation>„Offline arbeiten“ ist an</translation>
  </message>
  <message>
   <source>“{host}” is an address in your own network.</source>
   <translation>„{host}“ ist eine Adresse in deinem eigenen Netz.</translation>
  </message>
  <message>
   <source>“{key}” is a value of two profiles.</source>
   <translation>„{key}“ ist ein Wert von zwei Profilen.</translation>
  </message>
  <message>
   <source>“{key}” is no value of a printer, a material or a quality.</source>
   <translation>„{key}“ ist kein Wert eines Druckers, eines Materials oder einer Qualität.</translation>
  </message>
  <message>
   <source>“{label}” did not come to an end and was left out.</source>
   <translation>„{label}“ kam zu keinem Ende und wurde ausgelassen.</translation>
  </message>
  <message>
   <source>“{line}” is too long to be read on a keepsake.</source>
   <translation>„{line}“ ist zu lang, um auf einem Andenken lesbar zu sein.</translation>
  </message>
  <message>
   <source>“{name}” cannot be read.</source>
   <translation>„{name}“ ist nicht lesbar.</translation>
  </message>
  <message>
   <source>“{name}” cannot be read: {reason}.</source>
   <translation>„{name}“ ist nicht lesbar: {reason}.</translation>
  </message>
  <message>
   <source>“{name}” cannot be saved: {reason}.</source>
   <translation>„{name}“ lässt sich nicht speichern: {reason}.</translation>
  </message>
  <message>
   <source>“{name}” changed while it was being copied.</source>
   <translation>„{name}“ hat sich beim Kopieren verändert.</translation>
  </message>
  <message>
   <source>“{name}” changed while it was being read.</source>
   <translation>„{name}“ hat sich beim Lesen verändert.</translation>
  </message>
  <message>
   <source>“{name}” could not be read.</source>
   <translation>„{name}“ ließ sich nicht lesen.</translation>
  </message>
  <message>
   <source>“{name}” could not be read: {reason}.</source>
   <translation>„{name}“ ließ sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <source>“{name}” could not be saved: {reason}.</source>
   <translation>„{name}“ ließ sich nicht speichern: {reason}.</translation>
  </message>
  <message>
   <source>“{name}” could not be written.</source>
   <translation>„{name}“ konnte nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>“{name}” could not be written: {reason}.</source>
   <translation>„{name}“ ließ sich nicht schreiben: {reason}.</translation>
  </message>
  <message>
   <source>“{name}” has no moves.</source>
   <translation>„{name}“ enthält keine Bewegungen.</translation>
  </message>
  <message>
   <source>“{name}” holds no surface, so there is nothing to print.</source>
   <translation>„{name}“ enthält keine Oberfläche; es gibt nichts zu drucken.</translation>
  </message>
  <message>
   <source>“{name}” is a folder.</source>
   <translation>„{name}“ ist ein Ordner.</translation>
  </message>
  <message>
   <source>“{name}” is an archive with models in it.</source>
   <translation>„{name}“ ist ein Archiv mit Modellen darin.</translation>
  </message>
  <message>
   <source>“{name}” is binary G-code, which only the printer reads.</source>
   <translation>„{name}“ ist binärer G-Code, den nur der Drucker liest.</translation>
  </message>
  <message>
   <source>“{name}” is compressed in a way that cannot be opened here.</source>
   <translation>„{name}“ ist so komprimiert, dass es sich hier nicht öffnen lässt.</translation>
  </message>
  <message>
   <source>“{name}” is cut off before its end.</source>
   <translation>„{name}“ bricht vor dem Ende ab.</translation>
  </message>
  <message>
   <source>“{name}” is damaged or incomplete.</source>
   <translation>„{name}“ ist beschädigt oder unvollständig.</translation>
  </message>
  <message>
   <source>“{name}” is damaged, or it is not a real {kind} file.</source>
   <translation>„{name}“ ist beschädigt oder keine echte {kind}-Datei.</translation>
  </message>
  <message>
   <source>“{name}” is damaged: it reaches further than ten kilometres.</source>
   <translation>„{name}“ ist beschädigt: Es reicht weiter als zehn Kilometer.</translation>
  </message>
  <message>
   <source>“{name}” is damaged: some of its faces use points that are not in the file.</source>
   <translation>„{name}“ ist beschädigt: Einige Flächen benutzen Punkte, die nicht in der Datei stehen.</translation>
  </message>
  <message>
   <source>“{name}” is empty.</source>
   <translation>„{name}“ ist leer.</translation>
  </message>
  <message>
   <source>“{name}” is locked with a password.</source>
   <translation>„{name}“ ist mit einem Passwort gesperrt.</translation>
  </message>
  <message>
   <source>“{name}” is no recipe of a keepsake.</source>
   <translation>„{name}“ ist kein Rezept eines Andenkens.</translation>
  </message>
  <message>
   <source>“{name}” is no workflow in the API format.</source>
   <translation>„{name}“ ist kein Workflow im API-Format.</translation>
  </message>
  <message>
   <source>“{name}” is not G-code.</source>
   <translation>„{name}“ ist kein G-Code.</translation>
  </message>
  <message>
   <source>“{name}” is not G-code: it has a line of more than a megabyte.</source>
   <translation>„{name}“ ist kein G-Code: Eine Zeile ist länger als ein Megabyte.</translation>
  </message>
  <message>
   <source>“{name}” is not a file.</source>
   <translation>„{name}“ ist keine Datei.</translation>
  </message>
  <message>
   <source>“{name}” is not a kind of model file Memoreez knows.</source>
   <translation>„{name}“ ist keine Art von Modelldatei, die Memoreez kennt.</translation>
  </message>
  <message>
   <source>“{name}” is not a model that can be used.</source>
   <translation>„{name}“ ist kein Modell, das verwendet werden kann.</translation>
  </message>
  <message>
   <source>“{name}” is not a picture this program can read.</source>
   <translation>„{name}“ ist kein Bild, das dieses Programm lesen kann.</translation>
  </message>
  <message>
   <source>“{name}” is not the model it should be.</source>
   <translation>„{name}“ ist nicht das Modell, das es sein sollte.</translation>
  </message>
  <message>
   <source>“{name}” is not there.</source>
   <translation>„{name}“ ist nicht da.</translation>
  </message>
  <message>
   <source>“{name}” is nothing that can be set on this keepsake.</source>
   <translation>„{name}“ lässt sich an diesem Andenken nicht einstellen.</translation>
  </message>
  <message>
   <source>“{name}” is on {place}.</source>
   <translation>„{name}“ ist auf {place}.</translation>
  </message>
  <message>
   <source>“{name}” is too large for certificates.</source>
   <translation>„{name}“ ist zu groß für Zertifikate.</translation>
  </message>
  <message>
   <source>“{name}” is too large to be read.</source>
   <translation>„{name}“ ist zu groß zum Lesen.</translation>
  </message>
  <message>
   <source>“{name}” is too large to open.</source>
   <translation>„{name}“ ist zu groß zum Öffnen.</translation>
  </message>
  <message>
   <source>“{name}” is too large: {size} MB.</source>
   <translation>„{name}“ ist zu groß: {size} MB.</translation>
  </message>
  <message>
   <source>“{name}” is too large: {width} × {height} pixels.</source>
   <translation>„{name}“ ist zu groß: {width} × {height} Pixel.</translation>
  </message>
  <message>
   <source>“{name}” may not be read.</source>
   <translation>„{name}“ darf nicht gelesen werden.</translation>
  </message>
  <message>
   <source>“{name}” must not be written in {place}.</source>
   <translation>„{name}“ darf nicht nach {place} geschrieben werden.</translation>
  </message>
  <message>
   <source>“{name}” needs the file “{missing}” beside it.</source>
   <translation>„{name}“ braucht die Datei „{missing}“ neben sich.</translation>
  </message>
  <message>
   <source>“{name}” wants a file that is not beside it.</source>
   <translation>„{name}“ verlangt eine Datei, die nicht neben ihr liegt.</translation>
  </message>
  <message>
   <source>“{text}” is no key=value.</source>
   <translation>„{text}“ ist kein Schlüssel=Wert.</translation>
  </message>
  <message>
   <source>“{text}” is too long for a nameplate of this width.</source>
   <translation>„{text}“ ist zu lang für ein Namensschild dieser Breite.</translation>
  </message>
  <message>
   <source>“{text}” is too long for the number on a cake topper.</source>
   <translation>„{text}“ ist zu lang für die Zahl auf einem Tortenstecker.</translation>
  </message>
  <message>
   <source>“{text}” is too long for this place.</source>
   <translation>„{text}“ ist zu lang für diese Stelle.</translation>
  </message>
  <message>
   <source>“{text}” is too long for this ribbon.</source>
   <translation>„{text}“ ist zu lang für dieses Band.</translation>
  </message>
  <message>
   <source>“{text}” is too long to go round this disc.</source>
   <translation>„{text}“ ist zu lang, um diese Scheibe zu umlaufen.</translation>
  </message>
  <message>
   <source>“{value}” is no value for {name}.</source>
   <translation>„{value}“ ist kein Wert für {name}.</translation>
  </message>
  <message>
   <source>“{word}” sets no field of {provider}.</source>
   <translation>„{word}“ setzt kein Feld von {provider}.</translation>
  </message>
  <message>
   <source>€{price} per kg</source>
   <translation>{price} € pro kg</translation>
  </message>
 </context>
</TS>
