namespace ExchangeNamespace.Mail.Spf;

/// <summary>The permanent codes of findings about SPF. A code is never reused.</summary>
public static class SpfFindingCodes
{
    /// <summary>A domain has no record.</summary>
    public const string NoRecord = "EXN310";

    /// <summary>A domain has several records.</summary>
    public const string SeveralRecords = "EXN311";

    /// <summary>A record breaks the grammar.</summary>
    public const string RecordBroken = "EXN312";

    /// <summary>A record takes more look-ups than are allowed.</summary>
    public const string TooManyLookups = "EXN313";

    /// <summary>A record is close to the limit of look-ups.</summary>
    public const string NearLookupLimit = "EXN314";

    /// <summary>Too many terms of a record find nothing.</summary>
    public const string TooManyVoidLookups = "EXN315";

    /// <summary>A term of a record finds nothing.</summary>
    public const string TermFindsNothing = "EXN316";

    /// <summary>A record lets everybody pass.</summary>
    public const string EverybodyPasses = "EXN317";

    /// <summary>A record uses <c>ptr</c>.</summary>
    public const string UsesPtr = "EXN318";

    /// <summary>Terms stand after <c>all</c>.</summary>
    public const string TermsAfterAll = "EXN319";

    /// <summary>A redirection stands beside <c>all</c>.</summary>
    public const string RedirectBesideAll = "EXN320";

    /// <summary>A record ends without <c>all</c> and without a redirection.</summary>
    public const string NoEnd = "EXN321";

    /// <summary>A record that is included or handed over to is missing or cannot be used.</summary>
    public const string OtherRecordUnusable = "EXN322";

    /// <summary>A record is too long for one small answer.</summary>
    public const string RecordLong = "EXN323";

    /// <summary>A modifier that receivers pass over.</summary>
    public const string UnknownModifier = "EXN324";

    /// <summary>DNS did not answer, so the matter is open.</summary>
    public const string NotTold = "EXN325";

    /// <summary>Some receivers count more void look-ups than others.</summary>
    public const string VoidCountsDiffer = "EXN326";

    /// <summary>A sending address that the Internet never sees.</summary>
    public const string PrivateSender = "EXN327";

    /// <summary>A network of very many senders.</summary>
    public const string WideNetwork = "EXN328";

    /// <summary>Several existing records were merged.</summary>
    public const string RecordsMerged = "EXN329";

    /// <summary>The action for the record: make it, or replace the existing one.</summary>
    public const string HowToPublish = "EXN330";

    /// <summary>The look-ups of included records were not counted.</summary>
    public const string LookupsNotCounted = "EXN331";

    /// <summary>An existing record is weaker or stronger at its end than what was asked for.</summary>
    public const string EndChanged = "EXN332";

    /// <summary>Terms of an existing record were left out.</summary>
    public const string TermsLeftOut = "EXN333";
}
