<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>memoreez</name>
  <message numerus="yes">
   <source>%n certificate(s) in it.</source>
   <translation>
    <numerusform>%n certificate in it.</numerusform>
    <numerusform>%n certificates in it.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n changed</source>
   <translation>
    <numerusform>%n changed</numerusform>
    <numerusform>%n changed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n concept(s) cost about {usd:.2f} USD.</source>
   <translation>
    <numerusform>%n concept costs about {usd:.2f} USD.</numerusform>
    <numerusform>%n concepts cost about {usd:.2f} USD.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n concept(s) cost less than 0.01 USD.</source>
   <translation>
    <numerusform>%n concept costs less than 0.01 USD.</numerusform>
    <numerusform>%n concepts cost less than 0.01 USD.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fit on this bed.</source>
   <translation>
    <numerusform>%n fits on this bed.</numerusform>
    <numerusform>%n fit on this bed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n keepsake(s)</source>
   <translation>
    <numerusform>%n keepsake</numerusform>
    <numerusform>%n keepsakes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n order(s)</source>
   <translation>
    <numerusform>%n order</numerusform>
    <numerusform>%n orders</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n photo(s)</source>
   <translation>
    <numerusform>%n photo</numerusform>
    <numerusform>%n photos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n picture(s) are being drawn by {service} and may be charged.</source>
   <translation>
    <numerusform>%n picture is being drawn by {service} and may be charged.</numerusform>
    <numerusform>%n pictures are being drawn by {service} and may be charged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n picture(s) came that had been ordered before.</source>
   <translation>
    <numerusform>%n picture came that had been ordered before.</numerusform>
    <numerusform>%n pictures came that had been ordered before.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sculpture(s) are made by {service} and may be charged.</source>
   <translation>
    <numerusform>%n sculpture is made by {service} and may be charged.</numerusform>
    <numerusform>%n sculptures are made by {service} and may be charged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) to fix</source>
   <translation>
    <numerusform>%n thing to fix</numerusform>
    <numerusform>%n things to fix</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n word(s)</source>
   <translation>
    <numerusform>%n word</numerusform>
    <numerusform>%n words</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n year(s)</source>
   <translation>
    <numerusform>%n year</numerusform>
    <numerusform>%n years</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Of %n nobody knows: it may have been charged.</source>
   <translation>
    <numerusform>Of %n nobody knows: it may have been charged.</numerusform>
    <numerusform>Of %n nobody knows: they may have been charged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Of %n sculpture(s) nobody knows the end: it may have been charged.</source>
   <translation>
    <numerusform>Of %n sculpture nobody knows the end: it may have been charged.</numerusform>
    <numerusform>Of %n sculptures nobody knows the end: they may have been charged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{first} and %n more</source>
   <translation>
    <numerusform>{first} and %n more</numerusform>
    <numerusform>{first} and %n more</numerusform>
   </translation>
  </message>
 </context>
</TS>
