namespace ExchangeNamespace.Scripts;

/// <summary>Codes of findings about scripts, EXN400 to EXN429. Never reuse one.</summary>
internal static class ScriptFindingCodes
{
    public const string CmdletNotChecked = "EXN400";
    public const string ParameterNotChecked = "EXN401";
    public const string CmdletUnknown = "EXN402";
    public const string CmdletNotInVersion = "EXN403";
    public const string ParameterUnknown = "EXN404";
    public const string ParameterNotInVersion = "EXN405";
    public const string ParameterAbbreviated = "EXN406";
    public const string ParameterAmbiguous = "EXN407";
    public const string ParameterTwice = "EXN408";
    public const string ParameterValueMissing = "EXN409";
    public const string MandatoryMissing = "EXN410";
    public const string SetNotResolved = "EXN411";
    public const string ArgumentLeftOver = "EXN412";
    public const string ValueNotListed = "EXN413";
    public const string ValueNotBoolean = "EXN414";
    public const string UrlWithoutScheme = "EXN415";
    public const string HostLooksMistyped = "EXN416";
    public const string TypographicQuote = "EXN417";
    public const string TypographicDash = "EXN418";
    public const string QuoteUnbalanced = "EXN419";
    public const string Placeholder = "EXN420";
    public const string SyntaxError = "EXN421";
    public const string SyntaxNewerThanShell = "EXN422";
    public const string CommandNewerThanShell = "EXN423";
    public const string NotAnalysed = "EXN424";
}
