using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.MemberReading;

/// <summary>What becomes of a member that no reading asked for.</summary>
internal enum UnknownMembers
{
    /// <summary>It is refused, with the names that are known.</summary>
    Refuse,

    /// <summary>It is refused where it looks like a mistyped known one; other members belong to the object that was given.</summary>
    RefuseNearMisses,

    /// <summary>It is passed over.</summary>
    Ignore,
}

/// <summary>How a reader takes what stands in a tree of members.</summary>
internal sealed record MemberPolicy
{
    /// <summary>What people type: parameters, hashtables, table rows, design files.</summary>
    public static readonly MemberPolicy Forgiving = new()
    {
        IgnoresCase = true,
        TakesOneAsList = true,
        TakesTextAsBoolean = true,
        Boolean = "$true or $false",
        ListOfTexts = "a list of texts",
    };

    /// <summary>What the module wrote itself: exactly that form, and every member known.</summary>
    public static readonly MemberPolicy Exact = new()
    {
        ChecksEachLine = true,
        HidesOtherValues = true,
        Boolean = "true or false",
        ListOfTexts = "a list of texts",
    };

    /// <summary>What Exchange showed: the capture may hold more than is read, and numbers and Booleans where a text is wanted.</summary>
    public static readonly MemberPolicy Captured = new()
    {
        Unknown = UnknownMembers.Ignore,
        TakesOneAsList = true,
        TakesTextAsBoolean = true,
        TakesScalarAsText = true,
        ChecksEachLine = true,
        HidesOtherValues = true,
        LongestText = 8192,
        MostItems = 5000,
        Boolean = "a Boolean",
        ListOfTexts = "a text or a list of at most 5000 texts",
        WrongTypeId = FaultIds.StateValueInvalid,
        WrongTypeAdvice = " Is the capture of Exchange, and whole?",
        BrokenLine = "which no such value of Exchange has",
    };

    private MemberPolicy()
    {
    }

    /// <summary>What becomes of a member that was not asked for.</summary>
    public UnknownMembers Unknown { get; init; }

    /// <summary>Whether two letter cases of a name are one name; a fault then shows the name as it was given.</summary>
    public bool IgnoresCase { get; private init; }

    /// <summary>Whether one value counts as a list of one.</summary>
    public bool TakesOneAsList { get; private init; }

    /// <summary>Whether <c>True</c> and <c>$true</c> are Booleans too.</summary>
    public bool TakesTextAsBoolean { get; private init; }

    /// <summary>Whether a number or Boolean counts as its text.</summary>
    public bool TakesScalarAsText { get; private init; }

    /// <summary>Whether hosts and the texts of lists are looked through for line breaks before their own syntax is read.</summary>
    public bool ChecksEachLine { get; private init; }

    /// <summary>Whether a fault about the type carries the value only where it is a text.</summary>
    public bool HidesOtherValues { get; private init; }

    /// <summary>The longest text.</summary>
    public int LongestText { get; private init; } = int.MaxValue;

    /// <summary>The longest list.</summary>
    public int MostItems { get; private init; } = int.MaxValue;

    /// <summary>How a fault calls a Boolean.</summary>
    public required string Boolean { get; init; }

    /// <summary>How a fault calls a list of texts.</summary>
    public required string ListOfTexts { get; init; }

    /// <summary>The id of a fault about the type.</summary>
    public string WrongTypeId { get; private init; } = FaultIds.MemberWrongType;

    /// <summary>What a fault about the type says at its end.</summary>
    public string WrongTypeAdvice { get; private init; } = string.Empty;

    /// <summary>What a fault about a line break adds to the value; null where it says what a line of commands cannot carry.</summary>
    public string? BrokenLine { get; private init; }
}
