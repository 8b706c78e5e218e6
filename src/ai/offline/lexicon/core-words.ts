/** Words of conditions that are worth correcting when mistyped, by language. Short and frequent ones only. */
export const CORE_WORDS: Record<string, string> = {
  en: 'price prices below under above over less more than least most drops drop falls fall rises increase increases decreases changes change changed updated update available availability stock tickets ticket temperature version release released status cheaper costs cost when notify alert between percent dollars euros pounds deadline delayed cancelled mentions contains exceeds reaches appears removed restocked sold back discount announced published degrees listing opens',
  de: 'preis unter uber weniger mehr mindestens hochstens fallt sinkt steigt kostet verfugbar ausverkauft lieferbar lager wieder andert anderung version temperatur billiger gunstiger sobald wenn zwischen prozent karten tickets status verspatet gestrichen seite neue stelle wohnung frist grad euro bescheid benachrichtige informiere',
  fr: 'prix sous moins plus dessous dessus baisse augmente passe coute disponible epuise stock nouveau nouvelle version temperature depasse change changement quand previens entre billets statut annule retarde page annonce degres euros',
  es: 'precio menos debajo encima baje suba cueste cuesta disponible agotado stock nueva nuevo version temperatura supere cambie cambia cuando avisame entre entradas estado cancelado retrasado pagina oferta grados euros',
  pt: 'preco menos abaixo acima cair subir custar disponivel esgotado estoque nova novo versao temperatura passar mudar quando avise entre ingressos status cancelado atrasado pagina vagas graus reais',
  it: 'prezzo meno sotto sopra scende sale costa disponibile esaurito nuova nuovo versione temperatura supera cambia quando avvisami biglietti stato cancellato ritardo pagina annuncio gradi euro',
  nl: 'prijs onder boven minder meer daalt zakt stijgt kost beschikbaar uitverkocht voorraad nieuwe versie temperatuur verandert wanneer zodra tussen kaarten status vertraagd geannuleerd pagina vacature graden euro',
};

/** Real words one slip away from a core word; they stay as they are. */
export const CONFUSABLE = new Set(
  'avis avisos tan cot mot cos prince princes rice prize prizes pride prime prices tickers sticker stickers cost host coast dropped crop fault fails falling stick stack stocking stocks tock lower allow unded even seven river driver mole mode stage state statue statues chance chances orange charge charges mort bord board update updated opened reached beaches teaches coats lost most post boost robust leash lease leases relate related thin then them they thank tank here where there their wheel whey wren alter alerts alerted preise reise preist weine seine meine leine kleine sorte sorten sites grade graden passe passer masse basse tasse coupe coute route change changer cambio cambia pagina pagine sala salle salto prix paris luna nave nuova stato stati stat'.split(
    ' ',
  ),
);
