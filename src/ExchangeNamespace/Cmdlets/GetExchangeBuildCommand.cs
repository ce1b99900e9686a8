using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Says which product, level and update a version text stands for, and what is newer. Without a version it lists the catalogue.
/// </summary>
[Cmdlet(VerbsCommon.Get, "ExchangeBuild", DefaultParameterSetName = VersionSet)]
[OutputType(typeof(ExchangeBuildInfo))]
public sealed class GetExchangeBuildCommand : NamespaceCmdlet
{
    private const string VersionSet = "Version";
    private const string CatalogueSet = "Catalogue";

    /// <summary>Version texts, KB numbers, or objects with AdminDisplayVersion or FileVersion.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = VersionSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object?[]? Version { get; set; }

    /// <summary>The older of two builds: the answer is what lies between.</summary>
    [Parameter(ParameterSetName = VersionSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Since { get; set; }

    /// <summary>The products to list.</summary>
    [Parameter(ParameterSetName = CatalogueSet)]
    [HarmlessText]
    [ValidateSet("2007", "2010", "2013", "2016", "2019", "SE")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] Product { get; set; } = [];

    /// <summary>Lists the newest build of each product only.</summary>
    [Parameter(ParameterSetName = CatalogueSet)]
    public SwitchParameter Latest { get; set; }

    /// <summary>The day for which support and newest updates are stated; the present day in UTC by default.</summary>
    [Parameter]
    [Day]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; } = Today;

    private bool HasVersion => MyInvocation.BoundParameters.ContainsKey(nameof(Version)) || MyInvocation.ExpectingInput;

    private bool HasSince => MyInvocation.BoundParameters.ContainsKey(nameof(Since));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object? version in HasVersion ? Version ?? [null] : [])
        {
            BuildInput input = BuildInput.Read(version);
            if (input.Text is null && version is not null)
            {
                WriteError(ErrorRecords.BuildObjectNotRecognised(version));
                continue;
            }

            Write(faults => HasSince
                ? ExchangeBuildReader.Between(Since, input.Text ?? string.Empty, AsOf, faults, input.Server)
                : ExchangeBuildReader.Read(input.Text, AsOf, nameof(Version), faults, input.Server));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (HasVersion)
        {
            return;
        }

        Write(faults => HasSince
            ? ExchangeBuildReader.Between(Since, upTo: null, AsOf, faults)
            : ExchangeBuildReader.List(AsOf, Product, Latest));
    }

    private void Write(Func<List<InputFault>, IEnumerable<ExchangeBuildInfo>> read)
    {
        List<InputFault> faults = [];
        foreach (ExchangeBuildInfo build in read(faults))
        {
            if (build.Match == BuildMatch.Unlisted)
            {
                WriteWarning($"{build}: {build.Notes[0]}");
            }

            WriteObject(build);
        }

        WriteFaults(faults);
    }
}
