namespace ExchangeNamespace.Verdicts;

/// <summary>How a verdict is written.</summary>
public enum VerdictForm
{
    /// <summary>One object for each result, and the verdict last.</summary>
    Object,

    /// <summary>The one line of a monitoring plug-in, with its exit code.</summary>
    Nagios,

    /// <summary>The text format of Prometheus.</summary>
    Prometheus,

    /// <summary>A JUnit report.</summary>
    JUnit,

    /// <summary>JSON with its members in a fixed order.</summary>
    Json,
}
