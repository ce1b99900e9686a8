namespace ExchangeNamespace.Scripts;

/// <summary>Codes of findings about scripts, EXN400 to EXN429 and EXN440 to EXN459. Never reuse one.</summary>
public static class ScriptFindingCodes
{
    /// <summary>The catalogue does not hold a cmdlet.</summary>
    public const string CmdletNotChecked = "EXN400";

    /// <summary>The catalogue lists a cmdlet in part, and not this parameter.</summary>
    public const string ParameterNotChecked = "EXN401";

    /// <summary>A cmdlet looks mistyped.</summary>
    public const string CmdletUnknown = "EXN402";

    /// <summary>The version does not have a cmdlet.</summary>
    public const string CmdletNotInVersion = "EXN403";

    /// <summary>No version has a parameter, or it is misnamed.</summary>
    public const string ParameterUnknown = "EXN404";

    /// <summary>The version does not have a parameter.</summary>
    public const string ParameterNotInVersion = "EXN405";

    /// <summary>A parameter is abbreviated.</summary>
    public const string ParameterAbbreviated = "EXN406";

    /// <summary>An abbreviation may mean several parameters.</summary>
    public const string ParameterAmbiguous = "EXN407";

    /// <summary>A parameter is given twice.</summary>
    public const string ParameterTwice = "EXN408";

    /// <summary>A parameter has no value.</summary>
    public const string ParameterValueMissing = "EXN409";

    /// <summary>A mandatory parameter is missing.</summary>
    public const string MandatoryMissing = "EXN410";

    /// <summary>No parameter set takes the parameters together.</summary>
    public const string SetNotResolved = "EXN411";

    /// <summary>No parameter takes a value.</summary>
    public const string ArgumentLeftOver = "EXN412";

    /// <summary>The version does not list a value.</summary>
    public const string ValueNotListed = "EXN413";

    /// <summary>A text stands where a Boolean belongs.</summary>
    public const string ValueNotBoolean = "EXN414";

    /// <summary>A URL has no scheme, or one that clients do not know.</summary>
    public const string UrlWithoutScheme = "EXN415";

    /// <summary>A host ends in a label that looks mistyped.</summary>
    public const string HostLooksMistyped = "EXN416";

    /// <summary>A typographic quote stands for a quote of the language.</summary>
    public const string TypographicQuote = "EXN417";

    /// <summary>A typographic dash stands for a dash of the language.</summary>
    public const string TypographicDash = "EXN418";

    /// <summary>A quote has no other half.</summary>
    public const string QuoteUnbalanced = "EXN419";

    /// <summary>A placeholder in angle brackets stands where a value belongs.</summary>
    public const string Placeholder = "EXN420";

    /// <summary>The parser cannot read a statement.</summary>
    public const string SyntaxError = "EXN421";

    /// <summary>The syntax is newer than the PowerShell of the version.</summary>
    public const string SyntaxNewerThanShell = "EXN422";

    /// <summary>A command or parameter of PowerShell is newer than that of the version.</summary>
    public const string CommandNewerThanShell = "EXN423";

    /// <summary>A part of a script is too deep, too long or too slow to be read.</summary>
    public const string NotAnalysed = "EXN424";

    /// <summary>A URL has the path of another service, none, or one that setup does not make.</summary>
    public const string UrlPathWrong = "EXN425";

    /// <summary>A URL of clients begins with http.</summary>
    public const string UrlOverHttp = "EXN426";

    /// <summary>A URL stands where a host belongs.</summary>
    public const string UrlWhereHostBelongs = "EXN427";

    /// <summary>A host has one label.</summary>
    public const string HostOfOneLabel = "EXN428";

    /// <summary>A default for all authentication methods stands beside single ones.</summary>
    public const string DefaultWithSingleMethods = "EXN429";

    /// <summary>A host is not that of the plan.</summary>
    public const string HostNotPlanned = "EXN440";

    /// <summary>A backtick belongs to the value before it.</summary>
    public const string BacktickInValue = "EXN441";
}
