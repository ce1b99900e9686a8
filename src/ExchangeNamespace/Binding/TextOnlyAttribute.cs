using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>Takes text alone. PowerShell makes a text of every object, and what an object is called would stand in a certificate.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a list of texts is meant; an empty one is one too.</summary>
    public bool IsList { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Bare.Of(inputData) switch
    {
        null or string => inputData,
        IEnumerable items and not IDictionary when IsList && items.Cast<object?>().All(i => Bare.Of(i) is null or string) => inputData,
        _ => throw new ArgumentTransformationMetadataException(IsList
            ? "It takes texts, and this holds another object. Put what is meant in quotation marks."
            : "It takes a text, and this is another object. Put what is meant in quotation marks."),
    };
}
