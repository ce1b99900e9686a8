using ExchangeNamespace.Reports.Drawing;

namespace ExchangeNamespace.Tests.Reports;

internal static class PictureForms
{
    /// <summary>The same picture without its form for narrow screens.</summary>
    public static Picture Alone(this Picture picture) => new()
    {
        Width = picture.Width,
        Height = picture.Height,
        Title = picture.Title,
        Description = picture.Description,
        Boxes = picture.Boxes,
        Links = picture.Links,
        Labels = picture.Labels,
    };
}
